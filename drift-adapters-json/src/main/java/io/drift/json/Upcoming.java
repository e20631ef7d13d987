package io.drift.json;

/** What comes next in a document. A reader that expects certain bytes can go past them without decoding them. */
interface Upcoming {

    /** A document that does not tell. */
    Upcoming UNKNOWN = new Upcoming() {
        @Override
        public int agreeing(byte[] expected, int from, int to) {
            return 0;
        }

        @Override
        public void pass(int bytes) {
            throw new IllegalStateException("nothing is known to agree");
        }
    };

    /**
     * How many of some bytes come next. To be asked only behind an item of a list.
     *
     * @param expected bytes in ASCII; not to be changed
     * @param from where they begin
     * @param to where they end
     * @return 0 if nothing is known
     */
    int agreeing(byte[] expected, int from, int to);

    /**
     * Goes past bytes that agree. They are whole items, each behind its comma.
     *
     * @param bytes how many
     */
    void pass(int bytes);
}
