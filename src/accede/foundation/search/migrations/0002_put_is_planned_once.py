from django.db import migrations

PUT = r"""
create or replace function accede_put_entries(entries jsonb, names text[]) returns void language plpgsql
    security definer set search_path = public, pg_temp as $$
begin
    insert into search_indexentry (kind, key, place, titles, texts, level, owner, readers, digest, words)
    select r.kind, r.key, r.place, r.titles, r.texts, r.level, r.owner, r.readers, r.digest,
        r.words::tsvector
        || setweight(to_tsvector('english', r.en_a), 'A') || setweight(to_tsvector('english', r.en_b), 'B')
        || to_tsvector('english', r.en_d)
        || setweight(to_tsvector('french', r.fr_a), 'A') || setweight(to_tsvector('french', r.fr_b), 'B')
        || to_tsvector('french', r.fr_d)
        || setweight(to_tsvector('spanish', r.es_a), 'A') || setweight(to_tsvector('spanish', r.es_b), 'B')
        || to_tsvector('spanish', r.es_d)
        || setweight(to_tsvector('russian', r.ru_a), 'A') || setweight(to_tsvector('russian', r.ru_b), 'B')
        || to_tsvector('russian', r.ru_d)
    from jsonb_to_recordset(entries) as r(
        kind text, key text, place smallint, titles jsonb, texts jsonb, level text, owner text, readers uuid[],
        digest text, words text, en_a text, en_b text, en_d text, fr_a text, fr_b text, fr_d text,
        es_a text, es_b text, es_d text, ru_a text, ru_b text, ru_d text)
    on conflict (kind, key) do update set
        place = excluded.place, titles = excluded.titles, texts = excluded.texts, level = excluded.level,
        owner = excluded.owner, readers = excluded.readers, digest = excluded.digest, words = excluded.words
        where search_indexentry.digest <> excluded.digest;
    insert into search_indexword (word)
    select n.word from unnest(names) as n(word) where not exists (select from search_indexword w where w.word = n.word)
    order by n.word
    on conflict do nothing;
end $$;
"""


class Migration(migrations.Migration):
    """What puts entries into the index is planned once in a session, and not at each call as a function of SQL is."""

    dependencies = [("search", "0001_index")]

    operations = [migrations.RunSQL(PUT, migrations.RunSQL.noop)]
