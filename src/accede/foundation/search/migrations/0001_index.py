import django.contrib.postgres.fields
import django.contrib.postgres.indexes
import django.contrib.postgres.search
from django.contrib.postgres.operations import TrigramExtension
from django.db import migrations, models

FUNCTIONS = r"""
create function accede_opens() returns tsquery language sql stable set search_path = public, pg_temp as $$
    select string_agg('''' || replace(replace(mark, '\', '\\'), '''', '''''') || '''', ' | ')::tsquery
    from (
        select 'opens/public' as mark
        union all
        select 'opens/' || level
        from unnest(string_to_array(nullif(current_setting('accede.reads_whole', true), ''), ' ')) level
        union all
        select 'opens/' || key
        from unnest(string_to_array(nullif(current_setting('accede.reads', true), ''), ' ')) key
        union all
        select 'reader/' || nullif(current_setting('accede.person', true), '')
    ) marks
    where mark is not null
$$;

create function accede_find(
    kinds text[], filters text[], exact tsquery, named tsquery, ranked tsquery, only_kind text, most int, past int
) returns jsonb language plpgsql stable security definer
    set search_path = public, pg_temp set enable_seqscan = off set jit = off as $$
declare
    opens tsquery := accede_opens();
    answer jsonb;
begin
    with asked as materialized (
        select a.kind, a.filter::tsquery && opens as filter from unnest(kinds, filters) as a(kind, filter)
    ), hits as materialized (
        select asked.kind, one.*
        from asked cross join lateral (
            select e.id, e.key, e.place,
                case when e.words @@ exact then 0 when e.words @@ named then 1 else 2 end as tier,
                ts_rank('{0.05, 0.2, 0.6, 1}', e.words, ranked) as rank
            from search_indexentry e
            where e.words @@ asked.filter
            limit 1001
        ) one
    ), shown as materialized (
        select * from hits
        where only_kind = '' or kind = only_kind
        order by tier, place, rank desc, key
        limit most offset past
    )
    select jsonb_build_object(
        'numbers', (select jsonb_object_agg(n.kind, n.number)
                    from (select kind, count(*) as number from hits group by kind) n),
        'found', (select jsonb_agg(jsonb_build_object(
                      'kind', e.kind, 'key', e.key, 'titles', e.titles, 'texts', e.texts)
                      order by s.tier, s.place, s.rank desc, s.key)
                  from shown s join search_indexentry e on e.id = s.id)
    ) into answer;
    return answer;
end $$;

create function accede_put_entries(entries jsonb, names text[]) returns void language plpgsql
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

create function accede_drop_entries(of_kind text, keys text[]) returns void language sql
    security definer set search_path = public, pg_temp as $$
    delete from search_indexentry where kind = of_kind and key = any (keys);
$$;
"""
LET_GO = """
drop function accede_drop_entries(text, text[]);
drop function accede_put_entries(jsonb, text[]);
drop function accede_find(text[], text[], tsquery, tsquery, tsquery, text, int, int);
drop function accede_opens();
"""


class Migration(migrations.Migration):
    """The index, closed to the web role but for functions that show whoever acts what they may see."""

    initial = True

    dependencies = []

    operations = [
        TrigramExtension(),
        migrations.CreateModel(
            name='IndexState',
            fields=[
                ('id', models.SmallIntegerField(default=1, primary_key=True, serialize=False)),
                ('made_of', models.TextField()),
            ],
            options={
                'constraints': [models.CheckConstraint(condition=models.Q(('id', 1)), name='index_state_is_one_row')],
            },
        ),
        migrations.CreateModel(
            name='IndexWord',
            fields=[
                ('word', models.TextField(primary_key=True, serialize=False)),
            ],
            options={
                'indexes': [django.contrib.postgres.indexes.GinIndex(fields=['word'], name='index_word_trigrams', opclasses=['gin_trgm_ops'])],
            },
        ),
        migrations.CreateModel(
            name='IndexEntry',
            fields=[
                ('id', models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name='ID')),
                ('kind', models.TextField()),
                ('key', models.TextField()),
                ('place', models.SmallIntegerField()),
                ('titles', models.JSONField()),
                ('texts', models.JSONField()),
                ('level', models.TextField()),
                ('owner', models.TextField()),
                ('readers', django.contrib.postgres.fields.ArrayField(base_field=models.UUIDField(), default=list, size=None)),
                ('digest', models.CharField(max_length=24)),
                ('words', django.contrib.postgres.search.SearchVectorField()),
            ],
            options={
                'indexes': [django.contrib.postgres.indexes.GinIndex(fastupdate=False, fields=['words'], name='index_entry_words')],
                'constraints': [models.UniqueConstraint(fields=('kind', 'key'), name='index_entry_is_of_one_thing')],
            },
        ),
        migrations.RunSQL(FUNCTIONS, LET_GO),
    ]
