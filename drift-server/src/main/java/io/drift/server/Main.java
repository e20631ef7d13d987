package io.drift.server;

final class Main {
    private Main() {}

    public static void main(String[] arguments) {
        System.out.println("drift");
    }
}
