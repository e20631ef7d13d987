package io.drift.testkit.junit;

import static org.assertj.core.api.Assertions.assertThat;

import io.drift.testkit.FakePlatform;
import java.net.ConnectException;
import java.net.Socket;
import java.net.URI;
import java.util.ArrayList;
import java.util.List;
import org.assertj.core.api.Assertions;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.MethodOrderer;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Order;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestMethodOrder;
import org.junit.jupiter.api.extension.ExtendWith;

class FakePlatformExtensionTest {

    @Nested
    @ExtendWith(FakePlatformExtension.class)
    @TestMethodOrder(MethodOrderer.OrderAnnotation.class)
    class OneForEachTest {

        private static final List<URI> SEEN = new ArrayList<>();

        private final FakePlatform ofConstructor;
        private FakePlatform ofSetUp;

        OneForEachTest(FakePlatform platform) {
            ofConstructor = platform;
        }

        @BeforeEach
        void set_up(FakePlatform platform) {
            ofSetUp = platform;
        }

        @Test
        @Order(1)
        void is_the_same_in_constructor_set_up_and_test(FakePlatform platform) {
            assertThat(platform).isSameAs(ofConstructor).isSameAs(ofSetUp);
            SEEN.add(platform.inventoryUrl());
        }

        @Test
        @Order(2)
        void is_closed_after_its_test() {
            assertThat(SEEN).hasSize(1);
            Assertions.assertThatThrownBy(
                            () -> new Socket("127.0.0.1", SEEN.get(0).getPort()).close())
                    .isInstanceOf(ConnectException.class);
        }
    }

    @Nested
    @ExtendWith(FakePlatformExtension.class)
    class OneForAClass {

        private static FakePlatform shared;

        @BeforeAll
        static void set_up(FakePlatform platform) {
            shared = platform;
        }

        @Test
        void is_the_same_in_every_test(FakePlatform platform) {
            assertThat(platform).isSameAs(shared);
        }
    }
}
