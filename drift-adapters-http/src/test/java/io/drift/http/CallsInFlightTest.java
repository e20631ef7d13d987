package io.drift.http;

import static org.assertj.core.api.Assertions.assertThat;

import io.drift.core.port.RequestContext;
import java.time.Clock;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.stream.IntStream;
import mockwebserver3.Dispatcher;
import mockwebserver3.MockResponse;
import mockwebserver3.MockWebServer;
import mockwebserver3.RecordedRequest;
import org.junit.jupiter.api.Test;

class CallsInFlightTest {

    private static final int CALLS = 9;

    @Test
    void all_batches_of_all_three_inventory_calls_are_in_flight_together() throws Exception {
        CountDownLatch arrived = new CountDownLatch(CALLS);
        List<String> ids = IntStream.range(0, 90)
                .mapToObj(number -> new UUID(7, number).toString())
                .toList();
        try (MockWebServer inventory = new MockWebServer()) {
            inventory.setDispatcher(new AnswerWhenAllHaveArrived(arrived));
            inventory.start();
            ServiceEndpoints endpoints = new ServiceEndpoints(
                    ServiceEndpoints.Endpoint.of(inventory.url("/").uri()), null, null, null, null);
            try (PlatformClients clients = PlatformClients.of(endpoints, CallTimeouts.DEFAULT, Clock.systemUTC())) {
                assertThat(clients.inventory().find(ids, RequestContext.local()))
                        .isEmpty();
            }
        }
        assertThat(arrived.getCount()).isZero();
    }

    /** Nobody gets an answer before the last call is there; calls one after the other would wait for ever. */
    private static final class AnswerWhenAllHaveArrived extends Dispatcher {

        private final CountDownLatch arrived;

        AnswerWhenAllHaveArrived(CountDownLatch arrived) {
            this.arrived = arrived;
        }

        @Override
        public MockResponse dispatch(RecordedRequest request) throws InterruptedException {
            arrived.countDown();
            if (!arrived.await(20, TimeUnit.SECONDS)) {
                return new MockResponse.Builder().code(500).build();
            }
            boolean tags = request.getUrl().encodedPath().endsWith("/tags");
            return new MockResponse.Builder()
                    .body(tags ? "{\"results\":{}}" : "{\"results\":[]}")
                    .build();
        }
    }
}
