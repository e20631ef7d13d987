package io.drift.cli;

/** Why a comparison is not possible, in one line for the one who asked for it. */
final class CannotCompareException extends RuntimeException {

    private static final long serialVersionUID = 1L;

    CannotCompareException(String message) {
        super(message);
    }
}
