package io.ordermill.api.faults;

/** What holds after every fault. The names are those under which a violation is reported. */
enum Invariant {
    I1("saved, failed and unprocessed items partition the file"),
    I2("the counters equal what is stored and listed"),
    I3("no order without all its lines, postings and tasks"),
    I4("no number twice, and gaps only after a crash, at most a page each"),
    I5("the same orders are saved, and the same errors reported, as without faults"),
    I6("status and counters never go back, and one status is final"),
    I7("every operation ends by itself"),
    I8("nothing is left behind"),
    I9("nothing is committed under an old attempt"),
    I10("every 201 that was read is an operation"),
    I11("other operations are unaffected");

    private final String promise;

    Invariant(String promise) {
        this.promise = promise;
    }

    String promise() {
        return promise;
    }
}
