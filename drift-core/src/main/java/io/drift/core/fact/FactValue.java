package io.drift.core.fact;

import java.util.List;

/**
 * What a source says about a fact: one text, or several. A fact that a source does not have has no value at all, which
 * is written as {@code null}.
 *
 * <pre>{@code
 * String shown = value == null ? "(missing)" : String.join(", ", value.texts());
 * }</pre>
 */
public sealed interface FactValue {

    /**
     * All texts of this value.
     *
     * @return one text for {@link Text}; for {@link Several} all of them in the order recorded
     */
    List<String> texts();

    /**
     * A single text.
     *
     * <pre>{@code
     * String single = value instanceof FactValue.Text text ? text.text() : "(none or several)";
     * }</pre>
     *
     * @param text any text, also the empty one
     */
    record Text(String text) implements FactValue {

        @Override
        public List<String> texts() {
            return List.of(text);
        }

        @Override
        public String toString() {
            return text;
        }
    }

    /**
     * The texts of a multi-valued fact, such as the versions of a package of which several are installed.
     *
     * <pre>{@code
     * FactValue kernels = new FactValue.Several(List.of("5.14.0-427.el9", "5.14.0-503.el9"));
     * }</pre>
     *
     * @param texts at least one text, in the order recorded, repeats kept; an empty list is refused with an
     *     {@link IllegalArgumentException}
     */
    record Several(List<String> texts) implements FactValue {

        /** Copies the list. */
        public Several {
            texts = List.copyOf(texts);
            if (texts.isEmpty()) {
                throw new IllegalArgumentException("a multi-valued fact has at least one value");
            }
        }

        @Override
        public String toString() {
            return texts.toString();
        }
    }
}
