package io.drift.collector;

/** Lines that may hold a secret, and what is left of them, by the script and in an archive alike. */
public final class ScrubbedLines {

    /** As somebody wrote them. */
    public static final String BEFORE = """
            baseurl=https://repo/b?token=LEAK&arch=x86_64&countme=1
            gpgkey=https://repo/key?token=LEAK&arch=x86_64
            //nas/x /srv cifs vers=3,password=LEAK;LEAK&LEAK,uid=0
            vendor.api.password=LEAK=1
            keepcache=1
            pass_through = yes
            url=https://admin:p@LEAK@host/a
            mirror=https://admin:pa/LEAK@host/b
            kept=https://host:8080/a
            run curl --api-token LEAK -v
            run curl -u admin:LEAK -v
            //bob:LEAK@srv/share /mnt cifs ro
            curlftpfs#bob:LEAK@ftp /mnt fuse ro
            proxy=bob:LEAK@proxy:3128
            """;

    /** What may be printed. */
    public static final String AFTER = """
            baseurl=https://repo/b?token=***&arch=x86_64&countme=1
            gpgkey=https://repo/key?token=***&arch=x86_64
            //nas/x /srv cifs vers=3,password=***,uid=0
            keepcache=1
            pass_through = yes
            url=https://host/a
            mirror=https://host/b
            kept=https://host:8080/a
            run curl --api-token *** -v
            run curl -u admin:*** -v
            //srv/share /mnt cifs ro
            curlftpfs#ftp /mnt fuse ro
            proxy=proxy:3128
            """;

    private ScrubbedLines() {}
}
