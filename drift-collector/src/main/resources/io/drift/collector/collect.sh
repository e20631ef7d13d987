#!/bin/sh
# Prints a collection: what this machine says of itself, as sections that Drift reads. It needs no root and no tool beside
# those of the system, writes nothing, and leaves all understanding to the reader.
#
#   sh collect.sh [--only SECTION[,SECTION...]] [--without SECTION[,SECTION...]] [--root DIR]
#
# --root DIR collects a tree of files, such as a mounted image: it reads files below DIR and runs no command of the
# machine. What only a running system knows is then a section that was skipped.
#
# The form: the first line is "drift-collection 1 BOUNDARY". A section lies between "BOUNDARY section NAME" and
# "BOUNDARY end NAME STATUS", and each line of its content has a blank in front, so that no content can look like a line of
# the form. STATUS is the exit status, or absent (there is no such file or command), denied (it may not be read) or
# skipped (not to be had below --root). The last line is "BOUNDARY complete NUMBER-OF-SECTIONS".

LC_ALL=C
export LC_ALL
PATH="${PATH:-/usr/bin:/bin}:/usr/local/sbin:/usr/sbin:/sbin:/usr/bin:/bin"
export PATH
unset CDPATH ENV BASH_ENV GREP_OPTIONS

FORMAT=1
SECONDS_EACH=10
ROOT=
ONLY=
WITHOUT=
SECTIONS=0
HAS_TIMEOUT=
# What is said of a file of the kernel that is not there.
NO_STATE=absent
TAB=$(printf '\t')

# --- what is never printed --------------------------------------------------------------------------------------------

# Words that make a key the name of a secret.
PASS='[Pp][Aa][Ss][Ss]|[Pp][Ww][Dd]|[Pp][Ss][Kk]'
SECRET='[Ss][Ee][Cc][Rr][Ee][Tt]|[Tt][Oo][Kk][Ee][Nn]|[Cc][Rr][Ee][Dd][Ee][Nn][Tt][Ii][Aa][Ll]|[Cc][Oo][Oo][Kk][Ii][Ee]'
USER_NAME='[Uu][Ss][Ee][Rr]_?[Nn][Aa][Mm][Ee]|[Aa][Uu][Tt][Hh][Oo][Rr][Ii][Zz][Aa][Tt][Ii][Oo][Nn]|[Hh][Tt][Tt][Pp]_?[Hh][Ee][Aa][Dd][Ee][Rr]'
WORD="$PASS|$SECRET|$USER_NAME"
KEY='[Kk][Ee][Yy]'
# A key at the beginning of a line: one word, or several of letters.
NO_SPACE='[^=:[:space:]]'
LETTERS='[A-Za-z_ -]'
SECRET_KEY="^[[:space:]]*($NO_SPACE*($WORD)$NO_SPACE*|$LETTERS*($WORD)$LETTERS*|$NO_SPACE*${KEY}[\"']?|$LETTERS*$KEY)[[:space:]]*[=:]"
SECRET_PAIR='^[[:space:]]*[^[:space:]]*([Pp][Aa][Ss][Ss]([Ww]([Oo][Rr])?[Dd]|[Pp][Hh][Rr][Aa][Ss][Ee])|[Ss][Ee][Cc][Rr][Ee][Tt]|[Tt][Oo][Kk][Ee][Nn])[[:space:]]+[^[:space:]]+$'
# How many namespaces of users there may be is no name of a user.
NAMESPACES='^[[:space:]]*[a-z./]*max_user_namespaces[[:space:]]*[=:][[:space:]]*[0-9]+[[:space:]]*$'
# Within a line, as in options of mounts and in queries of URLs, only the value goes.
IN_NAME='[A-Za-z0-9_.-]'
QUOTED="\"[^\"]*\"|'[^']*'"
# In fstab and mounts a blank within a word is a number.
BLANK='([[:space:]]|\\0(40|11))'
# What ends a value of a query is part of one elsewhere.
SIGNED='([A-Za-z0-9_.-]*[_.-])?([Aa][Uu][Tt][Hh]|[Ss][Ii][Gg]([Nn][Aa][Tt][Uu][Rr][Ee])?|[Jj][Ww][Tt]|[Pp][Ww])'
IN_QUERY="([?&;])($IN_NAME*($WORD|$KEY)$IN_NAME*=|[Uu][Ss][Ee][Rr]=|$SIGNED=)($QUOTED|[^],;&[:space:]]*)"
IN_OPTIONS="(^|[^A-Za-z0-9_.?&;-])($IN_NAME*($WORD|$KEY)$IN_NAME*=|[Uu][Ss][Ee][Rr]=)($QUOTED|[^],[:space:]]*)"
ARGUMENT="(^|$BLANK)(-$IN_NAME*($WORD|$KEY)$IN_NAME*$BLANK+)[^[:space:]]+"
SSHPASS="(sshpass$BLANK+-p)$BLANK*[^[:space:]]+"
LOGIN="(^|$BLANK)((-u|--user|--proxy-user)$BLANK+[^[:space:]:]*):[^[:space:]]+"
# A header in quotes, behind its option, and with a blank behind its name.
HEADER="$IN_NAME*($WORD|$KEY|[Aa][Uu][Tt][Hh])$IN_NAME*:"
HEADER_QUOTED="([\"'])($HEADER)[^\"']+"
HEADER_ARGUMENT="((-H|--header|--proxy-header)($BLANK|=)*)($HEADER)[^\"'[:space:]]+"
HEADER_ESCAPED="(^|[^A-Za-z0-9_.-])($HEADER)\\\\0(40|11)[^[:space:]]+"
HEADER_IN_LINE="(^|[^A-Za-z0-9_.-])($HEADER)[[:space:]]+[^\"']+"
# A user in front of a host without a scheme: of a share, of a file system of FUSE, of a proxy.
SHARE='((^|[[:space:]])//|#|=[[:space:]]*)[^[:space:]/@:=#]{1,100}:[^[:space:]/@]{0,100}@'
# Behind a colon and a number may be a path, unless no host is like what is before it, or a host is behind the @.
NO_PORT='://[^[:space:]/:@.]*:[0-9]*/[^[:space:]]*@'
NO_PATH='://[^[:space:]/:@]*:[0-9]*/[^[:space:]]*@([^[:space:]/@]*[.])'

# Reads the content of a section and, as its last line, the end of it, which stays as it is.
scrub() {
    sed -E \
        -e "\$b" \
        -e '/^[[:space:]]*[#;]/d' \
        -e '/-----BEGIN [A-Z0-9 ]*PRIVATE KEY.*-----END/d' \
        -e "/-----BEGIN [A-Z0-9 ]*PRIVATE KEY/,/(-----END|^$BOUNDARY file)/d" \
        -e "/^$BOUNDARY file/d" \
        -e '/^Vulnerability /b say' \
        -e '/^[0-9]+ \(.*\) [0-9]+$/!s/[[:space:]]#([^0-9].*)?$//' \
        -e '/^[^=:]*[=:][[:space:]]*"?([01]|yes|no|true|false|on|off)"?[[:space:]]*$/b url' \
        -e "/$NAMESPACES/b url" \
        -e '/^[[:space:]]*gpgkey[[:space:]]*=/b query' \
        -e "/$SECRET_KEY/b drop" \
        -e "/$SECRET_PAIR/b drop" \
        -e "s/$HEADER_QUOTED/\\1\\2***/g" \
        -e "s/$HEADER_ESCAPED/\\1\\2***/g" \
        -e "s/$HEADER_ARGUMENT/\\1\\6***/g" \
        -e "s/$HEADER_IN_LINE/\\1\\2 ***/g" \
        -e "s/$IN_OPTIONS/\\1\\2***/g" \
        -e "s/$ARGUMENT/\\1\\4***/g" \
        -e "s/$SSHPASS/\\1***/g" \
        -e "s/$LOGIN/\\1\\4:***/g" \
        -e "s%$SHARE%\\1%g" \
        -e 's/([Bb][Ee][Aa][Rr][Ee][Rr])[[:space:]]+[A-Za-z0-9+/=._~-]+/\1 ***/g' \
        -e 's/([Bb][Aa][Ss][Ii][Cc])[[:space:]]+[A-Za-z0-9+/=._~-]{4,}/\1 ***/g' \
        -e ': query' \
        -e "s/$IN_QUERY/\\1\\2***/g" \
        -e ': url' \
        -e 's,://[^[:space:]/]*@,://,g' \
        -e 's,://[^[:space:]/:@]*:[^[:space:]/]*[^0-9/[:space:]][^[:space:]]*@,://,g' \
        -e "s,$NO_PORT,://,g" \
        -e "s,$NO_PATH,://\\1,g" \
        -e ': say' \
        -e 's/^/ /' \
        -e 'b' \
        -e ': drop' \
        -e 'N' \
        -e "\$D" \
        -e '/\\\n/{' -e 's/^.*\n//' -e 'b drop' -e '}' \
        -e '/\n[[:space:]]*$/{' -e 's/.*/ /' -e 'p' -e 'b drop' -e '}' \
        -e '/\n[[:space:]]*[#;]/{' -e 's/^.*\n//' -e 'b drop' -e '}' \
        -e '/\n[[:space:]]/{' -e 's/^.*\n//' -e 'b drop' -e '}' \
        -e 'D'
}

# --- sections ---------------------------------------------------------------------------------------------------------

# wanted NAME: whether a section was asked for.
wanted() {
    case ",$ONLY," in
    ,, | *",$1,"*) ;;
    *) return 1 ;;
    esac
    case ",$WITHOUT," in
    *",$1,"*) return 1 ;;
    esac
    SECTIONS=$((SECTIONS + 1))
}

# output NAME COMMAND [ARGUMENT...]: the section is what a command or function prints.
output() {
    wanted "$1" || return 0
    name=$1
    shift
    printf '%s section %s\n' "$BOUNDARY" "$name"
    {
        "$@" </dev/null 2>/dev/null
        printf '\n%s end %s %s\n' "$BOUNDARY" "$name" "$?"
    } | scrub
}

# unread NAME STATUS: the section says why there is nothing.
unread() {
    wanted "$1" || return 0
    printf '%s section %s\n%s end %s %s\n' "$BOUNDARY" "$1" "$BOUNDARY" "$1" "$2"
}

# file NAME PATH [COMMAND [ARGUMENT...]]: the content of a file, or what a command makes of it.
file() {
    name=$1
    path=$ROOT$2
    shift 2
    if [ -f "$path" ] && [ -r "$path" ]; then
        [ "$#" -gt 0 ] || set -- cat
        output "$name" "$@" "$path"
    elif [ -e "$path" ] || hidden "$path"; then
        unread "$name" denied
    else
        unread "$name" absent
    fi
}

# hidden PATH: whether nobody can tell if there is such a file, or which files fit a pattern, as a folder may not be read.
hidden() {
    folder=${1%/*}
    while [ -n "$folder" ] && [ ! -e "$folder" ]; do
        folder=${folder%/*}
    done
    [ -d "$folder" ] || return 1
    case $1 in
    "$folder"/*[*]*) [ ! -x "$folder" ] || [ ! -r "$folder" ] ;;
    *) [ ! -x "$folder" ] ;;
    esac
}

# state NAME PATH [COMMAND...]: as file, for what the kernel keeps. A tree of files has none of it.
state() {
    if [ ! -e "$ROOT$2" ]; then
        unread "$1" "$NO_STATE"
    else
        file "$@"
    fi
}

# files NAME FILE...: the contents of all that exist, with an empty line behind each. The names have the root in front. The
# end of a file is marked for scrub, so that a key without an end hides nothing of the next file.
files() {
    name=$1
    shift
    found=absent
    for one in "$@"; do
        [ -e "$one" ] || ! hidden "$one" || found=denied
        [ -f "$one" ] || continue
        [ -r "$one" ] || found=denied
        [ "$found" = denied ] || found=yes
    done
    if [ "$found" = yes ]; then
        output "$name" each_file "$@"
    else
        unread "$name" "$found"
    fi
}

each_file() {
    for one in "$@"; do
        [ -f "$one" ] || continue
        cat "$one" || return 1
        printf '\n%s file\n\n' "$BOUNDARY"
    done
}

# tool NAME COMMAND [ARGUMENT...]: what a command of the machine prints, within a few seconds.
tool() {
    name=$1
    shift
    if [ -n "$ROOT" ]; then
        unread "$name" skipped
    elif command -v "$1" >/dev/null 2>&1; then
        output "$name" limited "$@"
    else
        unread "$name" absent
    fi
}

# Not every machine has timeout, and old ones want its words in another order.
limited() {
    if [ -n "$HAS_TIMEOUT" ]; then
        timeout "$SECONDS_EACH" "$@"
    else
        "$@"
    fi
}

# --- what a machine is ------------------------------------------------------------------------------------------------

identity() {
    file machine-id /etc/machine-id
    file insights-id /etc/insights-client/machine-id
    if [ -n "$ROOT" ]; then
        file hostname /etc/hostname
    else
        tool hostname uname -n
    fi
    tool clock date '+%s %z %Z'
}

operating_system() {
    if [ -e "$ROOT/etc/os-release" ]; then
        file os-release /etc/os-release
    else
        file os-release /usr/lib/os-release
    fi
    file redhat-release /etc/redhat-release
    file debian-version /etc/debian_version
    tool kernel-release uname -r
    tool architecture uname -m
    state modules /proc/modules cut -d' ' -f1
    state boot-time /proc/stat sed -n '/^btime /p'
}

hardware() {
    tool lscpu lscpu
    state cpuinfo /proc/cpuinfo sed -n -e '1,/^$/p' -e '/^processor/p' -e '/^physical id/p'
    state meminfo /proc/meminfo sed -n -e '/^MemTotal:/p' -e '/^SwapTotal:/p'
    if [ -d "$ROOT/sys/class/dmi/id" ]; then
        output dmi dmi
    else
        unread dmi "$NO_STATE"
    fi
    if [ -n "$ROOT" ]; then
        unread virtualisation skipped
    elif command -v systemd-detect-virt >/dev/null 2>&1; then
        output virtualisation virtualisation
    else
        unread virtualisation absent
    fi
}

# Its exit status is 1 where it finds none, and says so.
virtualisation() {
    limited systemd-detect-virt || [ "$?" -eq 1 ]
}

# Serial numbers are not asked for: they say which machine it is, and not how it is.
dmi() {
    for one in sys_vendor product_name product_version board_vendor board_name bios_vendor bios_version bios_date; do
        value=
        [ ! -r "$ROOT/sys/class/dmi/id/$one" ] || read -r value <"$ROOT/sys/class/dmi/id/$one"
        [ -z "$value" ] || printf '%s=%s\n' "$one" "$value"
    done
}

# --- what runs --------------------------------------------------------------------------------------------------------

services() {
    tool unit-files systemctl list-unit-files --no-legend --no-pager
    tool units-failed systemctl list-units --failed --plain --no-legend --no-pager
    tool unit-manager systemctl show --property=SystemState --property=NJobs --property=NFailedUnits
    output unit-links unit_links
    if [ -d "$ROOT/etc/runlevels" ]; then
        output openrc-services openrc_services
    else
        unread openrc-services absent
    fi
    if [ -n "$ROOT" ]; then
        unread processes skipped
    else
        output processes processes
    fi
}

# The files that make units known and enabled, for where systemd cannot be asked.
unit_links() {
    for one in "$ROOT"/usr/lib/systemd/system/*.* "$ROOT"/lib/systemd/system/*.* "$ROOT"/etc/systemd/system/*.* \
        "$ROOT"/etc/systemd/system/*.wants/* "$ROOT"/etc/systemd/system/*.requires/*; do
        [ -d "$one" ] || [ ! -h "$one" ] && [ ! -f "$one" ] || printf '%s\n' "${one#"$ROOT"}"
    done
}

openrc_services() {
    for one in "$ROOT"/etc/runlevels/*/* "$ROOT"/etc/init.d/*; do
        [ ! -h "$one" ] && [ ! -f "$one" ] || printf '%s\n' "${one#"$ROOT"}"
    done
}

# Of each process its number, its name and its parent's number; the first line has the number of this one. Of the kernel's
# file nothing else is printed. A process may end meanwhile, so that its file cannot be read any more.
processes() {
    printf 'self %s\n' "$$"
    sed -n 's/^\([0-9][0-9]* (.*)\) [A-Za-z] \([0-9][0-9]*\) .*$/\1 \2/p' /proc/[0-9]*/stat
    return 0
}

# --- how it is connected ----------------------------------------------------------------------------------------------

network() {
    tool ip-address ip address show
    if command -v ip >/dev/null 2>&1 || [ -n "$ROOT" ]; then
        unread net-class skipped
    else
        output net-class net_class
    fi
    tool ip-route ip route show default
    tool ip-route-6 ip -6 route show default
    file resolv-conf /etc/resolv.conf
}

# Interfaces for where there is no ip: name, MAC address, MTU, state.
net_class() {
    for one in /sys/class/net/*; do
        [ -e "$one/mtu" ] || continue
        mac='' mtu='' state=''
        read -r mac <"$one/address"
        read -r mtu <"$one/mtu"
        read -r state <"$one/operstate"
        printf '%s %s %s %s\n' "${one##*/}" "${mac:--}" "${mtu:--}" "${state:--}"
    done
}

# --- what is installed ------------------------------------------------------------------------------------------------

packages() {
    if [ -n "$ROOT" ] || rpm_database; then
        tool rpm rpm -qa --qf '%{NAME}\t%{EPOCH}\t%{VERSION}\t%{RELEASE}\t%{ARCH}\t%{INSTALLTIME}\n'
    else
        unread rpm absent
    fi
    folder=$ROOT/var/lib/dpkg/status.d
    if [ -e "$ROOT/var/lib/dpkg/status" ] || [ ! -d "$folder" ]; then
        file dpkg-status /var/lib/dpkg/status dpkg_fields -e '/^Status: /p' -e '/^$/p'
    elif [ -r "$folder" ] && [ -x "$folder" ]; then
        output dpkg-status dpkg_folder "$folder"/*
    else
        unread dpkg-status denied
    fi
    if [ -e "$ROOT/lib/apk/db/installed" ] || hidden "$ROOT/lib/apk/db/installed"; then
        file apk-installed /lib/apk/db/installed sed -n -e '/^[PVA]:/p' -e '/^$/p'
    else
        file apk-installed /usr/lib/apk/db/installed sed -n -e '/^[PVA]:/p' -e '/^$/p'
    fi
    files dnf-modules "$ROOT"/etc/dnf/modules.d/*.module
}

dpkg_fields() {
    sed -n -e '/^Package: /p' -e '/^Version: /p' -e '/^Architecture: /p' "$@"
}

# Images without dpkg have a file for each package, and all of them are installed.
dpkg_folder() {
    for one in "$@"; do
        case $one in *.md5sums) continue ;; esac
        [ -f "$one" ] || continue
        printf 'Status: install ok installed\n'
        dpkg_fields "$one" || return 1
        printf '\n'
    done
}

# Where there is no database, rpm would make one.
rpm_database() {
    command -v rpm >/dev/null 2>&1 || return 1
    database=$(limited rpm -E '%{_dbpath}' </dev/null 2>/dev/null)
    hidden "$database/Packages" || [ -e "$database/Packages" ] || [ -e "$database/Packages.db" ] ||
        [ -e "$database/rpmdb.sqlite" ]
}

repositories() {
    files yum-repos "$ROOT"/etc/yum.repos.d/*.repo
    files zypp-repos "$ROOT"/etc/zypp/repos.d/*.repo
    files apt-sources "$ROOT"/etc/apt/sources.list "$ROOT"/etc/apt/sources.list.d/*.list
    files apt-deb822 "$ROOT"/etc/apt/sources.list.d/*.sources
    file apk-repositories /etc/apk/repositories
}

# --- how it is set up -------------------------------------------------------------------------------------------------

settings() {
    file selinux-config /etc/selinux/config
    state selinux-enforce /sys/fs/selinux/enforce
    file tuned-profile /etc/tuned/active_profile
    if [ -d "$ROOT/proc/sys/kernel" ]; then
        output proc-sys proc_sys
    else
        unread proc-sys "$NO_STATE"
    fi
    files sysctl-config "$ROOT"/etc/sysctl.conf "$ROOT"/etc/sysctl.d/*.conf
    state mounts /proc/mounts
    file fstab /etc/fstab
    tool sshd-effective sshd -T
    files sshd-config "$ROOT"/etc/ssh/sshd_config "$ROOT"/etc/ssh/sshd_config.d/*.conf
    output crontabs crontabs
    if [ -h "$ROOT/etc/localtime" ]; then
        output timezone readlink "$ROOT/etc/localtime"
    else
        file timezone /etc/timezone
    fi
    if [ -e "$ROOT/etc/locale.conf" ]; then
        file locale /etc/locale.conf
    else
        file locale /etc/default/locale
    fi
}

# Keys of the kernel's own are not even opened. Some settings cannot be read, or only by root.
proc_sys() {
    cd "$ROOT/proc/sys" || return 1
    find . -name binfmt_misc -prune -o -type f ! -name tcp_fastopen_key ! -name stable_secret -exec grep -H '' {} +
    find . -name binfmt_misc -prune -o -type f ! -name tcp_fastopen_key ! -name stable_secret -perm -400 -print |
        while read -r one; do
            [ -r "$one" ] || printf 'denied %s\n' "$one"
        done
    return 0
}

# Digests: what a crontab says may hold a password.
crontabs() {
    cd "$ROOT/" || return 1
    set --
    for one in etc/crontab etc/cron.d/* etc/cron.hourly/* etc/cron.daily/* etc/cron.weekly/* etc/cron.monthly/* \
        var/spool/cron/* var/spool/cron/crontabs/* etc/crontabs/*; do
        [ -f "$one" ] || continue
        if [ -r "$one" ]; then
            set -- "$@" "$one"
        else
            printf 'denied %s\n' "$one"
        fi
    done
    [ "$#" -eq 0 ] || sha256sum "$@" || return 1
    for one in etc/cron.d etc/cron.hourly etc/cron.daily etc/cron.weekly etc/cron.monthly \
        var/spool/cron var/spool/cron/crontabs etc/crontabs; do
        if [ -d "$one" ] && { [ ! -r "$one" ] || [ ! -x "$one" ]; }; then
            printf 'denied %s\n' "$one"
        fi
    done
}

accounts() {
    file users /etc/passwd sed -n 's/^\([^:]*\):[^:]*:\([^:]*\):\([^:]*\):[^:]*:[^:]*:\([^:]*\)$/\1'"$TAB"'\2'"$TAB"'\3'"$TAB"'\4/p'
    file groups /etc/group sed -n 's/^\([^:]*\):[^:]*:\([^:]*\):\([^:]*\)$/\1'"$TAB"'\2'"$TAB"'\3'"$TAB"'/p'
}

# --- all of it --------------------------------------------------------------------------------------------------------

refuse() {
    printf 'collect.sh: %s\n' "$1" >&2
    exit 2
}

options() {
    while [ "$#" -gt 0 ]; do
        [ "$#" -gt 1 ] || refuse "$1 is unknown, or needs a value"
        case $1 in
        --only) ONLY=$ONLY${ONLY:+,}$2 ;;
        --without) WITHOUT=$WITHOUT${WITHOUT:+,}$2 ;;
        --root)
            ROOT=${2%/}
            NO_STATE=skipped
            [ -n "$ROOT" ] || refuse 'this is the machine itself: leave --root out'
            ;;
        *) refuse "$1 is unknown; known are --only, --without and --root" ;;
        esac
        shift 2
    done
    [ -z "$ROOT" ] || [ -d "$ROOT" ] || refuse "$ROOT is no folder"
    case $ROOT in -*) refuse "$ROOT looks like an option: give the whole path of the folder" ;; esac
}

# Text of the machine cannot know it: it is chosen when the text is there already.
choose_boundary() {
    BOUNDARY=
    [ ! -r /proc/sys/kernel/random/uuid ] || read -r BOUNDARY </proc/sys/kernel/random/uuid
    [ -n "$BOUNDARY" ] || BOUNDARY=$(od -An -N16 -tx1 /dev/urandom | tr -d ' \n')
    [ -n "$BOUNDARY" ] || refuse 'there is nothing random, /dev/urandom cannot be read'
}

main() {
    options "$@"
    choose_boundary
    timeout 1 true >/dev/null 2>&1 && HAS_TIMEOUT=yes
    renice -n 10 -p "$$" >/dev/null 2>&1
    printf 'drift-collection %s %s\n' "$FORMAT" "$BOUNDARY"
    identity
    operating_system
    hardware
    services
    network
    packages
    repositories
    settings
    accounts
    printf '%s complete %s\n' "$BOUNDARY" "$SECTIONS"
}

# The shell has read all of it before anything runs, also from standard input; a script that was cut does nothing.
main "$@"
