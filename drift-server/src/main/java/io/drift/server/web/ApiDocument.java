package io.drift.server.web;

import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.List;

/**
 * The document of an API, which stands beside this class and is served beside the API.
 *
 * @param key what it is called in the address of the page that shows it
 * @param title what that page calls it
 * @param file the name of the document
 * @param path what the paths of the API begin with
 */
record ApiDocument(String key, String title, String file, String path) {

    /** Of the APIs of a server that keeps its own systems. */
    static final List<ApiDocument> OF_OWN_SYSTEMS = List.of(
            new ApiDocument("inventory", "Own systems", "openapi-inventory.json", InventoryRoutes.PATH),
            new ApiDocument("history", "History", "openapi-history.json", HistoryRoutes.PATH),
            new ApiDocument("baselines", "Baselines", "openapi-baselines.json", BaselineRoutes.PATH));

    private static final ObjectMapper JSON = new ObjectMapper();

    /** Of the APIs that each server has. */
    static List<ApiDocument> ofComparisons(String basePath) {
        return List.of(
                new ApiDocument("v1", "Comparison", "openapi-v1.json", basePath + "/v1"),
                new ApiDocument("admin", "Administration", "openapi-admin.json", basePath + "/admin"),
                new ApiDocument("mgmt", "Management", "openapi-mgmt.json", ManagementRoutes.PATH));
    }

    /** Where it is served. */
    String address() {
        return path + "/openapi.json";
    }

    /**
     * The document as it is served: it says where the API really is, which is a setting.
     *
     * @param withoutLogin whether all programs of this machine may ask, and are answered exactly
     */
    byte[] served(boolean withoutLogin) {
        try {
            ObjectNode document = (ObjectNode) JSON.readTree(ApiPage.resource(file));
            document.putArray("servers").addObject().put("url", path);
            if (withoutLogin) {
                document.remove("security");
                ((ObjectNode) document.path("components")).remove("securitySchemes");
                if (document.at("/components/schemas/Reading") instanceof ObjectNode reading) {
                    reading.put("default", "exact");
                }
            }
            return JSON.writeValueAsBytes(document);
        } catch (IOException unreadable) {
            throw new UncheckedIOException(file, unreadable);
        }
    }
}
