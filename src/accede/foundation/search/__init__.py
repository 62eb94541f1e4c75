"""One index over everything that can be found, and one search over it for every face.

- `kinds`: what a kind of thing says of itself; the site lists all kinds, nothing registers itself.
- `letters`: words as they are looked up, in any script; symbols stay whole.
- `writing`: entries are written in the transaction of what they tell of; `rebuilding` makes all of them anew.
- `asking`: what somebody asks, with bounds; `finding`: what is found, of what they may see.

The table is closed to the web role: functions of the database open it, and show whoever acts what they may see before
anything is counted. Nothing here may know a word of the programme.
"""

from accede.foundation.search.kinds import Answer, Asked, Entry, Kind, install_search

__all__ = ["Answer", "Asked", "Entry", "Kind", "install_search"]
