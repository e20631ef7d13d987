package io.drift.clowder;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;

/** A certificate authority whose key is lost. */
final class Authorities {

    static final String PEM = """
            -----BEGIN CERTIFICATE-----
            MIIBjTCCATOgAwIBAgIUMiYvNnBKeVs6lkCjznYlfAorszswCgYIKoZIzj0EAwIw
            GzEZMBcGA1UEAwwQYSB0ZXN0IGF1dGhvcml0eTAgFw0yNjExMjQwMDIwNTBaGA8y
            MTI2MTAzMTAwMjA1MFowGzEZMBcGA1UEAwwQYSB0ZXN0IGF1dGhvcml0eTBZMBMG
            ByqGSM49AgEGCCqGSM49AwEHA0IABMaTn8XLQZY9lMXaBfbitTmqTK5LXB916Bti
            NS5RNXO83kdCiS9k3mXgjQZCDvan+FLtjIuDKbB65Rnai0Clu9ujUzBRMB0GA1Ud
            DgQWBBSoWhFcdOWv2Fcee0LDPDXXlq5w7jAfBgNVHSMEGDAWgBSoWhFcdOWv2Fce
            e0LDPDXXlq5w7jAPBgNVHRMBAf8EBTADAQH/MAoGCCqGSM49BAMCA0gAMEUCIQDM
            2N6bfNe86urXtUvv0psDsyE9+XA7bAuqilPXWgOQBQIgEvEj/iNBYbiDfFGlAc1i
            /9+4q8iqoKsTJRTu/iOZRoM=
            -----END CERTIFICATE-----
            """;

    private Authorities() {}

    static Path file(Path folder) {
        try {
            return Files.writeString(folder.resolve("authority.pem"), PEM);
        } catch (IOException full) {
            throw new UncheckedIOException(full);
        }
    }
}
