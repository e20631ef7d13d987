package io.drift.http;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.drift.core.error.ServiceFailureException;
import io.drift.core.port.BaselineCatalog;
import io.drift.core.port.RequestContext;
import io.drift.http.ServiceEndpoints.Endpoint;
import java.io.IOException;
import java.net.URI;
import java.security.cert.X509Certificate;
import java.util.List;
import mockwebserver3.Dispatcher;
import mockwebserver3.MockResponse;
import mockwebserver3.MockWebServer;
import mockwebserver3.RecordedRequest;
import okhttp3.tls.HandshakeCertificates;
import okhttp3.tls.HeldCertificate;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** A real HTTPS server with certificates of private authorities. */
class PrivateTrustTest {

    private static final String ID = "9d1b3987-8c3c-44ab-9307-d5f85fcec606";

    private final HeldCertificate authority = authority("ours");
    private final HeldCertificate another = authority("another");
    private final MockWebServer service = new MockWebServer();

    private static HeldCertificate authority(String name) {
        return new HeldCertificate.Builder()
                .commonName(name)
                .certificateAuthority(0)
                .build();
    }

    @BeforeEach
    void start() throws IOException {
        serve("127.0.0.1");
        service.setDispatcher(new Dispatcher() {
            @Override
            public MockResponse dispatch(RecordedRequest request) {
                return new MockResponse.Builder().body("{\"data\":[]}").build();
            }
        });
        service.start();
    }

    private void serve(String name) {
        HeldCertificate own = new HeldCertificate.Builder()
                .addSubjectAlternativeName(name)
                .signedBy(authority)
                .build();
        service.useHttps(
                new HandshakeCertificates.Builder().heldCertificate(own).build().sslSocketFactory());
    }

    @AfterEach
    void stop() {
        service.close();
    }

    private URI url() {
        return URI.create("https://127.0.0.1:" + service.getPort());
    }

    private List<?> askTrusting(X509Certificate... authorities) {
        try (PlatformClients clients = Clients.of(new Endpoint(url(), List.of(authorities)), ServiceProxies.NONE)) {
            return clients.baselines().find(List.of(ID), RequestContext.local());
        }
    }

    @Test
    void a_service_of_the_private_authority_is_believed() {
        assertThat(askTrusting(authority.certificate())).isEmpty();
        assertThat(service.getRequestCount()).isEqualTo(1);
    }

    @Test
    void calls_share_a_connection_of_http_2() throws InterruptedException {
        try (PlatformClients clients =
                Clients.of(new Endpoint(url(), List.of(authority.certificate())), ServiceProxies.NONE)) {
            BaselineCatalog baselines = clients.baselines();
            baselines.find(List.of(ID), RequestContext.local());
            baselines.find(List.of(ID), RequestContext.local());
        }
        RecordedRequest first = service.takeRequest();
        RecordedRequest second = service.takeRequest();

        assertThat(first.getVersion()).isEqualTo("HTTP/2");
        assertThat(second.getConnectionIndex()).isEqualTo(first.getConnectionIndex());
    }

    @Test
    void one_of_several_authorities_is_enough() {
        assertThat(askTrusting(another.certificate(), authority.certificate())).isEmpty();
    }

    @Test
    void without_the_authority_nothing_is_sent() {
        try (PlatformClients clients = Clients.of(Endpoint.of(url()), ServiceProxies.NONE)) {
            assertThatThrownBy(() -> clients.baselines().find(List.of(ID), RequestContext.local()))
                    .isInstanceOf(ServiceFailureException.class)
                    .hasMessage("Error received from backend service");
        }
        assertThat(service.getRequestCount()).isZero();
    }

    @Test
    void with_another_authority_nothing_is_sent() {
        assertThatThrownBy(() -> askTrusting(another.certificate()))
                .isInstanceOf(ServiceFailureException.class)
                .hasMessage("Error received from backend service");
        assertThat(service.getRequestCount()).isZero();
    }

    @Test
    void a_certificate_for_another_name_is_not_believed() {
        serve("elsewhere.example.com");

        assertThatThrownBy(() -> askTrusting(authority.certificate())).isInstanceOf(ServiceFailureException.class);
        assertThat(service.getRequestCount()).isZero();
    }

    @Test
    void what_one_service_is_believed_for_does_not_count_for_another_one() {
        ServiceEndpoints endpoints = new ServiceEndpoints(
                null,
                new Endpoint(url(), List.of(authority.certificate())),
                new Endpoint(url(), List.of(another.certificate())),
                null,
                null);
        try (PlatformClients clients = Clients.of(endpoints, ServiceProxies.NONE)) {
            assertThat(clients.baselines().find(List.of(ID), RequestContext.local()))
                    .isEmpty();
            assertThatThrownBy(() -> clients.historicalProfiles().find(List.of(ID), RequestContext.local()))
                    .isInstanceOf(ServiceFailureException.class);
        }
        assertThat(service.getRequestCount()).isEqualTo(1);
    }

    @Test
    void no_authority_at_all_is_a_mistake() {
        URI url = URI.create("https://example.com");
        List<X509Certificate> none = List.of();
        assertThatThrownBy(() -> new Endpoint(url, none)).isInstanceOf(IllegalArgumentException.class);
    }
}
