package io.drift.collector.source;

import io.drift.core.profile.LookedAt;
import java.io.IOException;
import java.io.InputStream;
import java.util.List;
import java.util.Optional;

/** What {@code rpm -qa} prints, a package a line, and the forms that people give it by {@code --qf} and {@code --last}. */
final class RpmNames implements SourceFormat {

    @Override
    public String name() {
        return "rpm";
    }

    @Override
    public String reads() {
        return "rpm -qa in its usual forms";
    }

    @Override
    public boolean fits(Beginning beginning) {
        return beginning.mostly(
                line -> RpmLine.parse(line).filter(RpmLine::isOfRpmOnly).isPresent());
    }

    @Override
    public void read(InputStream in, Findings found) throws IOException {
        List<String> lines = TextLines.of(in);
        PackageList list = new PackageList();
        boolean hasEpochs = false;
        boolean hasArchitectures = false;
        for (int i = 0; i < lines.size(); i++) {
            Optional<RpmLine> rpm = RpmLine.parse(lines.get(i));
            if (rpm.isPresent()) {
                hasEpochs |= rpm.get().tellsEpoch();
                hasArchitectures |= rpm.get().arch() != null;
                list.add(rpm.get().nevra());
            } else if (!lines.get(i).isBlank()) {
                list.other(i + 1);
            }
        }
        if (list.isEmpty()) {
            throw new UnreadableSourceException("there is no installed package in this list; " + OddRpmList.ADVICE);
        }
        if (!hasArchitectures) {
            list.untold(LookedAt.ARCHITECTURES);
        }
        if (!hasEpochs) {
            list.untold(LookedAt.EPOCHS);
        }
        list.end(found);
        if (!hasEpochs || !hasArchitectures) {
            found.remark("this list tells no " + (hasEpochs ? "architectures" : "epochs")
                    + (hasEpochs || hasArchitectures ? "" : ", nor architectures")
                    + ", so nobody knows whether a package that another list tells with it is the same; "
                    + OddRpmList.QUERY + " does");
        }
    }
}
