package io.drift.testkit.junit;

import io.drift.testkit.FakePlatform;
import org.junit.jupiter.api.extension.ExtensionContext;
import org.junit.jupiter.api.extension.ExtensionContext.Namespace;
import org.junit.jupiter.api.extension.ExtensionContext.Store;
import org.junit.jupiter.api.extension.ParameterContext;
import org.junit.jupiter.api.extension.ParameterResolver;

/**
 * Gives tests a {@link FakePlatform} as a parameter, and closes it.
 *
 * <pre>{@code
 * @ExtendWith(FakePlatformExtension.class)
 * class MyTest {
 *     @Test
 *     void compares_two_systems(FakePlatform platform) { ... }
 * }
 * }</pre>
 *
 * <p>Each test has a platform of its own, and the constructor and the methods around it get the same one. If a
 * {@code @BeforeAll} method asks for it, all tests of the class share that one. It needs JUnit 5.13 or later.
 */
public final class FakePlatformExtension implements ParameterResolver {

    private static final Namespace NAMESPACE = Namespace.create(FakePlatformExtension.class);

    /** For JUnit. */
    public FakePlatformExtension() {}

    /** The constructor of a test belongs to the test and not to its class. */
    @Override
    public ExtensionContextScope getTestInstantiationExtensionContextScope(ExtensionContext rootContext) {
        return ExtensionContextScope.TEST_METHOD;
    }

    @Override
    public boolean supportsParameter(ParameterContext parameter, ExtensionContext context) {
        return parameter.getParameter().getType() == FakePlatform.class;
    }

    /** The platform of the test; its store closes it. */
    @Override
    public Object resolveParameter(ParameterContext parameter, ExtensionContext context) {
        Store store = context.getStore(NAMESPACE);
        FakePlatform platform = store.get(FakePlatform.class, FakePlatform.class);
        if (platform == null) {
            platform = FakePlatform.start();
            store.put(FakePlatform.class, platform);
        }
        return platform;
    }
}
