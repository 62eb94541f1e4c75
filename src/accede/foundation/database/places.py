"""Where the embedded database keeps its things.

Everything lies under the state folder (`home()`), with two exceptions that the operating system forces on us:
a socket's path may be about 100 bytes long only, and an unprivileged account cannot reach a folder below one that
is closed to it. In both cases another folder of our own is used; no permission of any folder above is changed.
"""

import hashlib
import os
import pwd
import stat
from dataclasses import dataclass
from pathlib import Path

from accede.foundation.database.errors import DatabaseUnavailable

#: A socket's whole path must fit in 104 bytes (macOS; Linux allows 108), and its name takes 14 of them.
LONGEST_SOCKET_FOLDER = 88
ACCOUNTS = ("nobody", "postgres")
SHORT_ROOT = Path("/tmp")  # noqa: S108  (every process must find the same folder; it is made 0700 and its owner is checked)
SYSTEM_STATE = Path("/var/lib")


@dataclass(frozen=True, slots=True)
class Account:
    """The operating-system account that runs the server."""

    name: str
    uid: int
    gid: int

    @property
    def is_us(self) -> bool:
        """Say whether this process already runs as that account."""
        return self.uid == os.geteuid()


@dataclass(frozen=True, slots=True)
class Places:
    """The folders and files of one embedded database."""

    root: Path
    socket: Path
    account: Account

    @property
    def data(self) -> Path:
        """Return the cluster itself (PGDATA)."""
        return self.root / "data"

    @property
    def rules(self) -> Path:
        """Return the folder of the files that say who may connect."""
        return self.root / "rules"

    @property
    def log(self) -> Path:
        """Return the file that the server and its keeper write to."""
        return self.root / "server.log"

    @property
    def start_lock(self) -> Path:
        """Return the file locked while one process looks for, or starts, the keeper."""
        return self.root / "start.lock"

    @property
    def users_lock(self) -> Path:
        """Return the file on which each user of the server holds a shared lock."""
        return self.root / "users.lock"

    @property
    def keeper_lock(self) -> Path:
        """Return the file that the keeper holds locked while it lives."""
        return self.root / "keeper.lock"

    @property
    def stay_up(self) -> Path:
        """Return the file that is there while somebody has asked for the server to stay up without a user."""
        return self.root / "stay-up"

    @property
    def server_lock(self) -> Path:
        """Return the file that every process of the server holds locked while it lives."""
        return self.root / "server.lock"


def home() -> Path:
    """Return the state folder: `ACCEDE_HOME`, else `var` in the checkout, else the user's own state folder.

    Raises:
        DatabaseUnavailable: its path is not written in UTF-8, as the database's programs need it.
    """
    found = _home()
    try:
        str(found).encode()
    except UnicodeEncodeError as error:
        raise DatabaseUnavailable(
            f"The path of the state folder is not written in UTF-8: {os.fsencode(found)!r}. Rename its folders, or "
            "name another state folder in ACCEDE_HOME."
        ) from error
    return found


def _home() -> Path:
    if given := os.environ.get("ACCEDE_HOME"):
        return Path(given).expanduser().absolute()
    checkout = Path(__file__).resolve().parents[4]
    if (checkout / "pyproject.toml").exists():
        return checkout / "var"
    return Path(os.environ.get("XDG_STATE_HOME") or Path.home() / ".local" / "state") / "accede"


def places() -> Places:
    """Return where the embedded database of this state folder lies. Makes nothing."""
    state = home()
    inside = state / "database"
    account = _account_for(inside)
    root = inside if account.is_us or _may_reach(account, state) else SYSTEM_STATE / f"accede-{_mark(state)}"
    socket = root / "socket"
    if len(os.fsencode(socket)) > LONGEST_SOCKET_FOLDER:
        socket = SHORT_ROOT / f"accede-{account.uid}-{_mark(root)}"
    return Places(root=root, socket=socket, account=account)


def make(where: Places) -> None:
    """Make the folders of the database.

    What root writes lies in a folder of root's, so that no process of the unprivileged account can lay a trap there;
    the account owns only the cluster and the socket's folder.
    """
    try:
        _make_folder(where.root, owner=None, passable=not where.account.is_us, account=where.account)
        _make_folder(where.socket, owner=where.account, passable=False, account=where.account)
        inside = home() / "database"
        if where.root != inside:
            inside.mkdir(exist_ok=True, mode=0o700, parents=True)
            (inside / "README").write_text(
                f"The account {where.account.name} cannot reach this folder; the database is kept in {where.root}\n",
                encoding="utf-8",
            )
    except OSError as error:
        raise DatabaseUnavailable(
            f"The folder {error.filename} cannot be made or used by this user ({error.strerror}). "
            "Name another folder in ACCEDE_HOME."
        ) from error


def account_may_read(account: Account, path: Path) -> bool:
    """Say whether `account` can reach and read `path`, by the plain permissions of every folder above it."""
    return account.is_us or (_may_reach(account, path.parent) and _allows(account, path, stat.S_IROTH))


def _make_folder(folder: Path, *, owner: Account | None, passable: bool, account: Account) -> None:
    """Make one folder, closed to others but for passing through where asked; refuse one that is another's."""
    folder.parent.mkdir(parents=True, exist_ok=True)
    folder.mkdir(exist_ok=True, mode=0o700)
    found = folder.lstat()
    if owner and not owner.is_us and found.st_uid == os.geteuid() and not any(folder.iterdir()):
        os.chown(folder, owner.uid, owner.gid, follow_symlinks=False)
        found = folder.lstat()
    if not stat.S_ISDIR(found.st_mode) or found.st_uid not in {os.geteuid(), account.uid}:
        raise DatabaseUnavailable(
            f"{folder} belongs to another user (number {found.st_uid}), so the database cannot be kept there. "
            "Start Accede as that user, or name another folder in ACCEDE_HOME."
        )
    wanted = 0o711 if passable and found.st_uid != account.uid else 0o700
    if stat.S_IMODE(found.st_mode) != wanted:
        folder.chmod(wanted)


def _account_for(inside: Path) -> Account:
    """Return who runs the server: this user; for root, the account named, the owner of the data, or a common one."""
    if os.geteuid() != 0:
        return _us()
    if name := os.environ.get("ACCEDE_PG_ACCOUNT"):
        found = _account_named(name)
        if found is None or found.uid == 0:
            raise DatabaseUnavailable(
                f"ACCEDE_PG_ACCOUNT names “{name}”, which is not an unprivileged account of this machine."
            )
        return found
    if owner := _owner(inside / "data") or _owner(inside):
        return owner
    for name in ACCOUNTS:
        if found := _account_named(name):
            return found
    raise DatabaseUnavailable(
        "PostgreSQL does not run as root, and this machine has no account “nobody”. "
        "Name an unprivileged account in ACCEDE_PG_ACCOUNT, or start Accede as an ordinary user."
    )


def _owner(folder: Path) -> Account | None:
    """Return the unprivileged account that owns `folder`, if the folder is there and the account has a name."""
    try:
        entry = pwd.getpwuid(folder.stat().st_uid)
    except (OSError, KeyError):
        return None
    return None if entry.pw_uid == 0 else Account(entry.pw_name, entry.pw_uid, entry.pw_gid)


def _us() -> Account:
    try:
        name = pwd.getpwuid(os.geteuid()).pw_name
    except KeyError as error:
        raise DatabaseUnavailable(
            f"This process runs as user number {os.geteuid()}, which has no name on this machine, and PostgreSQL needs "
            "one. Give the user a name, or name a PostgreSQL server in ACCEDE_DATABASE_URL."
        ) from error
    return Account(name, os.geteuid(), os.getegid())


def _account_named(name: str) -> Account | None:
    try:
        entry = pwd.getpwnam(name)
    except KeyError:
        return None
    return Account(entry.pw_name, entry.pw_uid, entry.pw_gid)


def _may_reach(account: Account, folder: Path) -> bool:
    """Say whether `account` may pass through `folder` and all above it; a folder not yet made will be passable."""
    return all(_allows(account, step, stat.S_IXOTH) for step in (folder, *folder.parents) if step.exists())


def _allows(account: Account, path: Path, bit: int) -> bool:
    found = path.stat()
    if found.st_uid == account.uid:
        bit <<= 6
    elif found.st_gid == account.gid:
        bit <<= 3
    return bool(found.st_mode & bit)


def _mark(path: Path) -> str:
    return hashlib.sha256(os.fsencode(path)).hexdigest()[:12]
