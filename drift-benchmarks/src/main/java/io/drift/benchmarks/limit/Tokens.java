package io.drift.benchmarks.limit;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonParser;
import io.drift.benchmarks.fleet.InventoryAnswers;
import java.io.IOException;
import java.util.List;

/** Reads the input once: goes from token to token with Jackson and looks at none. */
public final class Tokens {

    private static final JsonFactory JSON = new JsonFactory();

    private Tokens() {}

    /** How many tokens there are. */
    public static long count(List<InventoryAnswers> answers) throws IOException {
        long tokens = 0;
        for (InventoryAnswers answer : answers) {
            tokens += count(answer.hosts()) + count(answer.profiles()) + count(answer.tags());
        }
        return tokens;
    }

    private static long count(byte[] document) throws IOException {
        long tokens = 0;
        try (JsonParser parser = JSON.createParser(document)) {
            while (parser.nextToken() != null) {
                tokens++;
            }
        }
        return tokens;
    }
}
