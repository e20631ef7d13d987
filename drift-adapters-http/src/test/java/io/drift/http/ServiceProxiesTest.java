package io.drift.http;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.drift.core.error.ServiceFailureException;
import io.drift.core.port.RequestContext;
import io.drift.http.ServiceEndpoints.Endpoint;
import java.io.IOException;
import java.net.URI;
import java.util.List;
import mockwebserver3.Dispatcher;
import mockwebserver3.MockResponse;
import mockwebserver3.MockWebServer;
import mockwebserver3.RecordedRequest;
import okhttp3.Credentials;
import okhttp3.tls.HandshakeCertificates;
import okhttp3.tls.HeldCertificate;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class ServiceProxiesTest {

    private static final String ID = "9d1b3987-8c3c-44ab-9307-d5f85fcec606";
    private static final String PATH = "/api/system-baseline/v1/baselines/" + ID;

    @Nested
    class A_call {

        private final MockWebServer proxy = new MockWebServer();
        private final MockResponse answer =
                new MockResponse.Builder().body("{\"data\":[]}").build();

        @BeforeEach
        void start() throws IOException {
            proxy.start();
        }

        @AfterEach
        void stop() {
            proxy.close();
        }

        private URI proxyUrl(String login) {
            return URI.create("http://" + login + "127.0.0.1:" + proxy.getPort());
        }

        private void ask(Endpoint service, ServiceProxies proxies) {
            try (PlatformClients clients = Clients.of(service, proxies)) {
                assertThat(clients.baselines().find(List.of(ID), RequestContext.local()))
                        .isEmpty();
            }
        }

        @Test
        void over_http_is_made_by_the_proxy_which_alone_needs_to_know_the_host() throws InterruptedException {
            proxy.enqueue(answer);

            ask(
                    Endpoint.of(URI.create("http://baselines.invalid:8080")),
                    new ServiceProxies(proxyUrl(""), null, List.of()));

            assertThat(proxy.takeRequest().getRequestLine())
                    .isEqualTo("GET http://baselines.invalid:8080" + PATH + " HTTP/1.1");
        }

        @Test
        void over_http_logs_in_when_the_proxy_asks() throws InterruptedException {
            proxy.enqueue(new MockResponse.Builder()
                    .code(407)
                    .addHeader("Proxy-Authenticate", "Basic realm=x")
                    .build());
            proxy.enqueue(answer);

            ask(
                    Endpoint.of(URI.create("http://baselines.invalid")),
                    new ServiceProxies(proxyUrl("me:p%40ss@"), null, List.of()));

            assertThat(proxy.takeRequest().getHeaders().get("Proxy-Authorization"))
                    .isNull();
            assertThat(proxy.takeRequest().getHeaders().get("Proxy-Authorization"))
                    .isEqualTo(Credentials.basic("me", "p@ss"));
        }

        @Test
        void with_a_wrong_login_fails() {
            proxy.setDispatcher(new Dispatcher() {
                @Override
                public MockResponse dispatch(RecordedRequest request) {
                    return new MockResponse.Builder()
                            .code(407)
                            .addHeader("Proxy-Authenticate", "Basic realm=x")
                            .build();
                }
            });
            Endpoint service = Endpoint.of(URI.create("http://baselines.invalid"));
            ServiceProxies proxies = new ServiceProxies(proxyUrl("me:wrong@"), null, List.of());

            assertThatThrownBy(() -> ask(service, proxies)).isInstanceOf(ServiceFailureException.class);
            assertThat(proxy.getRequestCount()).isEqualTo(2);
        }

        @Test
        void over_https_goes_through_a_tunnel_that_the_proxy_cannot_look_into() throws InterruptedException {
            HeldCertificate certificate = new HeldCertificate.Builder()
                    .addSubjectAlternativeName("baselines.invalid")
                    .build();
            proxy.useHttps(new HandshakeCertificates.Builder()
                    .heldCertificate(certificate)
                    .build()
                    .sslSocketFactory());
            proxy.enqueue(new MockResponse.Builder().inTunnel().build());
            proxy.enqueue(answer);

            ask(
                    new Endpoint(URI.create("https://baselines.invalid"), List.of(certificate.certificate())),
                    new ServiceProxies(null, proxyUrl("me:secret@"), List.of()));

            RecordedRequest tunnel = proxy.takeRequest();
            assertThat(tunnel.getRequestLine()).isEqualTo("CONNECT baselines.invalid:443 HTTP/1.1");
            assertThat(tunnel.getHeaders().get("Proxy-Authorization")).isEqualTo(Credentials.basic("me", "secret"));
            RecordedRequest inside = proxy.takeRequest();
            assertThat(inside.getTarget()).isEqualTo(PATH);
            assertThat(inside.getHeaders().get("Proxy-Authorization")).isNull();
        }

        @Test
        void to_an_exception_goes_there_directly() throws InterruptedException, IOException {
            try (MockWebServer service = new MockWebServer()) {
                service.enqueue(answer);
                service.start();

                ask(
                        Endpoint.of(URI.create("http://127.0.0.1:" + service.getPort())),
                        new ServiceProxies(proxyUrl(""), null, List.of("127.0.0.0/8")));

                assertThat(service.takeRequest().getTarget()).isEqualTo(PATH);
            }
            assertThat(proxy.getRequestCount()).isZero();
        }
    }

    @Nested
    class Exceptions {

        @ParameterizedTest
        @CsvSource({
            "example.com, http://example.com",
            "example.com, http://inventory.example.com:8080",
            "EXAMPLE.com, http://Inventory.Example.COM",
            "example.com, http://anotherexample.com",
            ".example.com, http://inventory.example.com",
            ".example.com, http://example.com",
            "example.com:8080, http://example.com:8080",
            "example.com:443, https://example.com",
            "localhost, http://localhost:8080",
            "*, http://anywhere.org",
            "*, http://under_score:8080",
            "score, http://under_score:8080",
            "10.1.2.3, http://10.1.2.3:80",
            "10.1.2.3:81, http://10.1.2.3:81",
            "10.0.0.0/8, http://10.1.2.3",
            "10.1.2.3/32, http://10.1.2.3",
            "0.0.0.0/0, http://10.1.2.3",
            "::1, http://[::1]:8080"
        })
        void include(String entry, URI url) {
            assertThat(new ProxyExceptions(List.of("nowhere.org", entry)).include(url))
                    .isTrue();
        }

        @ParameterizedTest
        @CsvSource({
            "example.com, http://example.com.org",
            "example.com:8080, http://example.com:8081",
            "inventory.example.com, http://example.com",
            "10.0.0.0/8, http://11.1.2.3",
            "10.1.2.3/31, http://10.1.2.4",
            "10.1.2.3/33, http://10.1.2.3",
            "2.3, http://10.1.2.3",
            "10.0.0.0/8, http://host10.0.0.0",
            "10.0.0.0/8, http://under_score"
        })
        void do_not_include(String entry, URI url) {
            assertThat(new ProxyExceptions(List.of(entry)).include(url)).isFalse();
        }
    }

    @Test
    void logins_do_not_print() {
        URI proxy = URI.create("http://me:hush@proxy:3128");
        assertThat(new ServiceProxies(proxy, proxy, List.of()).toString())
                .contains("proxy")
                .doesNotContain("hush");
    }
}
