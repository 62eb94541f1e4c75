"""People, the organisations for which they act, their roles, and how they sign in.

Owns the words person, organisation, membership, grant, invitation. Who may see what is decided by foundation/access;
this module says who somebody is and for whom they act. It must not know what lies in any file.
"""
