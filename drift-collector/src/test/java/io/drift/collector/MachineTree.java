package io.drift.collector;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;

/** The files of an invented machine, with Debian 12, and the 50 secrets that somebody left in them. */
final class MachineTree {

    static final int SECRETS = 50;

    private static final String SECRET = "hunter2x";
    private int planted;
    private final Path root;

    private MachineTree(Path root) {
        this.root = root;
    }

    /** A secret that nothing else looks like. */
    static String secret(int number) {
        return SECRET + number + "y";
    }

    private String next() {
        planted++;
        return secret(planted);
    }

    private void file(String name, String content) throws IOException {
        Path file = root.resolve(name);
        Files.createDirectories(file.getParent());
        Files.writeString(file, content);
    }

    static void plant(Path root) throws IOException {
        MachineTree tree = new MachineTree(root);
        tree.plantSystem();
        tree.plantRepositories();
        tree.plantSettings();
        tree.plantPlacesThatAreNeverRead();
        if (tree.planted != SECRETS) {
            throw new IllegalStateException("there are " + tree.planted + " secrets");
        }
    }

    private void plantSystem() throws IOException {
        file("etc/os-release", "NAME=\"Debian GNU/Linux\"\nVERSION_ID=\"12\"\nID=debian\nBUILD_TOKEN=" + next() + "\n");
        file("etc/debian_version", "12.5\n");
        file("etc/machine-id", "0123456789abcdef0123456789abcdef\n");
        file("etc/hostname", "web-1\n");
        file("etc/timezone", "Europe/Berlin\n");
        file("etc/default/locale", "LANG=de_DE.UTF-8\nDB_PASSWORD='" + next() + "'\nexport API_KEY=" + next() + "\n");
        file(
                "etc/passwd",
                "root:" + next() + ":0:0:root:/root:/bin/bash\nweb:x:33:33:pin is " + next()
                        + ":/var/www:/usr/sbin/nologin\n");
        file("etc/group", "root:" + next() + ":0:\nsudo:x:27:web,ops\n");
        file(
                "var/lib/dpkg/status",
                "Package: libsecret-1-0\nStatus: install ok installed\nArchitecture: amd64\nVersion: 0.20.5-3\n"
                        + "Description: password store\n  password = " + next() + "\n\n"
                        + "Package: bash\nStatus: install ok installed\nArchitecture: amd64\nVersion: 5.2.15-2+b2\n\n"
                        + "Package: gone\nStatus: deinstall ok config-files\nArchitecture: amd64\nVersion: 1\n\n");
        file("lib/systemd/system/sshd.service", "[Service]\nEnvironment=TOKEN=" + next() + "\n");
        file("lib/systemd/system/getty@.service", "[Service]\n");
        file("etc/systemd/system/multi-user.target.wants/sshd.service", "[Service]\n");
        file("etc/systemd/system/getty.target.wants/getty@tty1.service", "[Service]\n");
    }

    private void plantRepositories() throws IOException {
        file(
                "etc/yum.repos.d/own.repo",
                "[own]\nname=Own\nbaseurl=https://user:" + next() + "@repo.example.com/own\n"
                        + "username=" + next() + "\npassword = " + next() + "\nproxy_password=\n   " + next() + "\n"
                        + "gpgkey=https://" + next() + "@repo.example.com/key\n"
                        + "mirrorlist=https://m.example.com/?token=" + next() + "&arch=x\n"
                        + "proxy_username = " + next() + "\n# of the proxy\n   " + next() + "\n"
                        + "http_headers=X-Any: " + next() + "\nmetalink=https://m.example.com/?sig=" + next()
                        + "&auth=" + next() + "\nproxy=https://u:12/" + next() + "@proxy:3128/ # or " + next() + "\n"
                        + "sslclientkey=" + next() + "\n# password was " + next() + "\n");
        file(
                "etc/zypp/repos.d/own.repo",
                "[z]\nbaseurl=https://u:a/b" + next() + "@z.example.com/\nPassPhrase: " + next() + "\n");
        file(
                "etc/apt/sources.list",
                "deb https://ci:" + next() + "@deb.example.com/debian bookworm main\n; pass " + next() + "\n");
        file(
                "etc/apt/sources.list.d/own.sources",
                "Types: deb\nURIs: https://ci:p@ss" + next() + "@deb.example.com/debian\nSuites: bookworm\n"
                        + "Components: main\nX-Access-Token: " + next() + "\n");
        file("etc/apk/repositories", "https://me:" + next() + "@dl.example.com/alpine/v3.20/main\n");
    }

    private void plantSettings() throws IOException {
        file("etc/sysctl.d/own.conf", "net.ipv4.ip_forward = 1\nnet.ipv4.tcp_fastopen_key = " + next() + "\n");
        file("proc/sys/net/ipv4/ip_forward", "1\n");
        file("proc/sys/net/ipv4/tcp_fastopen_key", next() + "\n");
        file("proc/sys/net/ipv6/conf/all/stable_secret", next() + "\n");
        file(
                "etc/fstab",
                "/dev/vda1 / ext4 defaults 0 1\n//nas/share /srv cifs username=" + next() + ",password=" + next()
                        + ",uid=0 0 0\nsshpass\\040-p\\040" + next() + "\\040sshfs#nas /n fuse ro 0 0\n");
        file("proc/mounts", "nas:/x /mnt nfs rw,credential=" + next() + " 0 0\n");
        file(
                "etc/ssh/sshd_config",
                "PermitRootLogin no\nPasswordAuthentication yes\nSecretToken " + next() + "\n"
                        + "-----BEGIN OPENSSH PRIVATE KEY-----\n" + next() + "\n-----END OPENSSH PRIVATE KEY-----\n"
                        + "ForceCommand curl -H \"X-Api-Token: " + next() + "\" -H \"Authorization: Bearer " + next()
                        + "\"\n"
                        + "Banner Authorization: Bearer abcdefgh" + next() + "\n");
        file("etc/resolv.conf", "nameserver 192.0.2.53\npassword " + next() + "\n");
        file("etc/selinux/config", "SELINUX=enforcing\nSHARED_SECRET=\"a \\\n" + next() + "\"\n");
        file("etc/crontab", "0 1 * * * root backup --password " + next() + "\n");
    }

    private void plantPlacesThatAreNeverRead() throws IOException {
        file("etc/shadow", "root:" + next() + ":19000::::::\n");
        file("etc/ssh/ssh_host_ed25519_key", next() + "\n");
        file("etc/apt/auth.conf", "machine deb.example.com password " + next() + "\n");
        file("proc/1/environ", "TOKEN=" + next() + "\n");
        file("proc/1/cmdline", "daemon --token " + next() + "\n");
    }
}
