import static org.objectweb.asm.ClassReader.SKIP_CODE;
import static org.objectweb.asm.ClassReader.SKIP_DEBUG;

import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDateTime;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.jar.JarEntry;
import java.util.jar.JarFile;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;
import org.objectweb.asm.ClassReader;
import org.objectweb.asm.ClassVisitor;
import org.objectweb.asm.ClassWriter;
import org.objectweb.asm.FieldVisitor;
import org.objectweb.asm.MethodVisitor;
import org.objectweb.asm.Opcodes;

/**
 * Writes what others can see of a jar: its public classes and what these extend, without code, private parts and
 * resources. An abstract method stays, because a new one would break whoever extends the class. The same API gives the same bytes, whatever stands behind it.
 */
final class PublicPart {

    private static final int SEEN_BY_OTHERS = Opcodes.ACC_PUBLIC | Opcodes.ACC_PROTECTED;
    private static final LocalDateTime SOME_DAY = LocalDateTime.of(2026, 1, 1, 0, 0);

    private PublicPart() {}

    public static void main(String[] jars) throws IOException {
        Map<String, ClassReader> classes = classes(jars[0]);
        try (ZipOutputStream to = new ZipOutputStream(Files.newOutputStream(Path.of(jars[1])))) {
            for (String name : visible(classes)) {
                ZipEntry entry = new ZipEntry(name + ".class");
                entry.setTimeLocal(SOME_DAY);
                to.putNextEntry(entry);
                to.write(withoutCode(classes.get(name)));
            }
        }
    }

    private static Map<String, ClassReader> classes(String jar) throws IOException {
        Map<String, ClassReader> classes = new TreeMap<>();
        try (JarFile from = new JarFile(jar)) {
            for (JarEntry entry : (Iterable<JarEntry>) from.stream()::iterator) {
                if (entry.getName().matches("(?!META-INF/).*(?<!-info)\\.class")) {
                    try (InputStream in = from.getInputStream(entry)) {
                        ClassReader read = new ClassReader(in);
                        classes.put(read.getClassName(), read);
                    }
                }
            }
        }
        return classes;
    }

    private static Iterable<String> visible(Map<String, ClassReader> classes) {
        Deque<String> open = new ArrayDeque<>();
        classes.forEach((name, read) -> {
            if ((read.getAccess() & Opcodes.ACC_PUBLIC) != 0) {
                open.add(name);
            }
        });
        TreeSet<String> visible = new TreeSet<>();
        while (!open.isEmpty()) {
            ClassReader read = classes.get(open.remove());
            if (read != null && visible.add(read.getClassName())) {
                open.add(read.getSuperName());
                open.addAll(List.of(read.getInterfaces()));
            }
        }
        return visible;
    }

    private static byte[] withoutCode(ClassReader read) {
        ClassWriter written = new ClassWriter(0);
        read.accept(
                new ClassVisitor(Opcodes.ASM9, written) {
                    @Override
                    public FieldVisitor visitField(int access, String name, String type, String generic, Object value) {
                        return (access & SEEN_BY_OTHERS) == 0
                                ? null
                                : super.visitField(access, name, type, generic, value);
                    }

                    @Override
                    public MethodVisitor visitMethod(
                            int access, String name, String type, String generic, String[] raised) {
                        return (access & (SEEN_BY_OTHERS | Opcodes.ACC_ABSTRACT)) == 0
                                ? null
                                : super.visitMethod(access, name, type, generic, raised);
                    }

                    @Override
                    public void visitNestMember(String name) {
                        // who shares private parts is nobody's business
                    }

                    @Override
                    public void visitNestHost(String name) {
                        // as above
                    }
                },
                SKIP_CODE | SKIP_DEBUG);
        return written.toByteArray();
    }
}
