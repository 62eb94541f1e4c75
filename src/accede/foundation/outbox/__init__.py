"""What people are told: letters and notices are rows, written in the transaction of what they tell, sent by a job.

- `letters`: a letter of identity or safety, to one address, in its language: `send`.
- `notices`: what somebody should know, on a page of their own (`inbox`) and by mail as each person chooses: `notify`.
- `delivering`: what the job does: retries, refusals, what comes back; each letter goes out once in effect.

Nothing here may know a word of the programme: kinds of notice are declared by the modules, and the site lists the
things that they are about (`ACCEDE_THINGS`).
"""
