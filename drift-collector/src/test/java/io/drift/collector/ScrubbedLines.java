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
            user.max_user_namespaces = 15000
            ./user/max_user_namespaces:15000
            url=https://admin:p@LEAK@host/a
            mirror=https://admin:pa/LEAK@host/b
            kept=https://host:8080/a
            run curl --api-token LEAK -v
            run curl -u admin:LEAK -v
            //bob:LEAK@srv/share /mnt cifs ro
            curlftpfs#bob:LEAK@ftp /mnt fuse ro
            proxy=bob:LEAK@proxy:3128
            enabled = maybe # the password is LEAK
            sslverify=1 #LEAK
            name=build #1 of ours
            http_headers=X-Any: LEAK
            run curl -H "X-Api-Token: LEAK" -v
            run curl --header=X-Api-Key:LEAK
            run curl -H 'Authorization: Other LEAK LEAK' -v
            run with X-Auth: LEAK LEAK
            url=https://host/a?auth=LEAK&sig=LEAK&X-Sig-Signature=LEAK;key=LEAK&token=LEAK&design=1
            sshpass\\040-p\\040LEAK\\040ssh\\040x /mnt fuse ro
            sshpass\\040-pLEAK /mnt fuse ro
            curl\\040--api-token\\040LEAK /mnt fuse ro
            curl\\040-u\\040bob:LEAK /mnt fuse ro
            dev curl\\040-H\\040X-Api-Token:\\040LEAK /mnt fuse ro
            run sshpass -p LEAK ssh x
            proxy_password = LEAK
            # a comment
               LEAK

               LEAK
            after=1x
            sharedSecret="a \\
            LEAK"
            after=2x
            url=https://u:12/LEAK@proxy:3128/a
            url=https://a.user:12/LEAK@proxy.example.com/a
            url=https://host.example.com:8080/a@v2
            run with Bearer LEAK
            run with basic LEAK
            """;

    /** What may be printed. */
    public static final String AFTER = """
            baseurl=https://repo/b?token=***&arch=x86_64&countme=1
            gpgkey=https://repo/key?token=***&arch=x86_64
            //nas/x /srv cifs vers=3,password=***,uid=0
            keepcache=1
            pass_through = yes
            user.max_user_namespaces = 15000
            ./user/max_user_namespaces:15000
            url=https://host/a
            mirror=https://host/b
            kept=https://host:8080/a
            run curl --api-token *** -v
            run curl -u admin:*** -v
            //srv/share /mnt cifs ro
            curlftpfs#ftp /mnt fuse ro
            proxy=proxy:3128
            enabled = maybe
            sslverify=1
            name=build #1 of ours
            run curl -H "X-Api-Token:***" -v
            run curl --header=X-Api-Key:***
            run curl -H 'Authorization:***' -v
            run with X-Auth: ***
            url=https://host/a?auth=***&sig=***&X-Sig-Signature=***;key=***&token=***&design=1
            sshpass\\040-p*** /mnt fuse ro
            sshpass\\040-p*** /mnt fuse ro
            curl\\040--api-token\\040*** /mnt fuse ro
            curl\\040-u\\040bob:*** /mnt fuse ro
            dev curl\\040-H\\040X-Api-Token:*** /mnt fuse ro
            run sshpass -p*** ssh x

            after=1x
            after=2x
            url=https://proxy:3128/a
            url=https://proxy.example.com/a
            url=https://host.example.com:8080/a@v2
            run with Bearer ***
            run with basic ***
            """;

    private ScrubbedLines() {}
}
