BEGIN TRANSACTION;
CREATE TABLE "_sqlite_migrations" (
   "id" INTEGER PRIMARY KEY,
   "migration_set" TEXT,
   "name" TEXT,
   "applied_at" TEXT
);
INSERT INTO "_sqlite_migrations" VALUES(1,'nomina','0001_first_tables','2026-01-01 00:00:00+00:00');
INSERT INTO "_sqlite_migrations" VALUES(2,'nomina','0002_references','2026-01-01 00:00:00+00:00');
INSERT INTO "_sqlite_migrations" VALUES(3,'nomina','0003_modes','2026-01-01 00:00:00+00:00');
INSERT INTO "_sqlite_migrations" VALUES(4,'nomina','0004_given_rows','2026-01-01 00:00:00+00:00');
INSERT INTO "_sqlite_migrations" VALUES(5,'nomina','0005_scope_of_runs','2026-01-01 00:00:00+00:00');
INSERT INTO "_sqlite_migrations" VALUES(6,'nomina','0006_watched_folders','2026-01-01 00:00:00+00:00');
INSERT INTO "_sqlite_migrations" VALUES(7,'nomina','0007_marks','2026-01-01 00:00:00+00:00');
INSERT INTO "_sqlite_migrations" VALUES(8,'nomina','0008_saved_searches','2026-01-01 00:00:00+00:00');
INSERT INTO "_sqlite_migrations" VALUES(9,'nomina','0009_backdrop','2026-01-01 00:00:00+00:00');
INSERT INTO "_sqlite_migrations" VALUES(10,'nomina','0010_positions','2026-01-01 00:00:00+00:00');
CREATE TABLE backdrop (
        id integer primary key check (id = 1),
        made text not null,
        images integer not null,
        counts text not null);
INSERT INTO "backdrop" VALUES(1,'2026-01-06',3,'{}');
CREATE TABLE category (
        id integer primary key autoincrement,
        name text not null,
        key text not null unique,
        synonyms text not null default '[]',
        description text not null default '',
        words integer not null default 1, parent integer references category(id), unlike text not null default '[]', colour text not null default '', digit integer check (digit between 1 and 9), position integer);
INSERT INTO "category" VALUES(1,'Heron','heron','["reiher"]','grey',1,NULL,'[]','',NULL,NULL);
INSERT INTO "category" VALUES(3,'Owl','owl','[]','',0,NULL,'[]','',NULL,NULL);
CREATE TABLE given_row (
        id integer primary key autoincrement,
        category_id integer not null references category(id) on delete cascade,
        encoder text not null,
        accepted integer not null check (accepted in (0, 1)),
        digest text not null,
        row blob not null,
        unique (category_id, encoder, digest));
INSERT INTO "given_row" VALUES(1,1,'starter@1',1,'d',X'0102');
CREATE TABLE image (
        id integer primary key autoincrement,
        hash text not null unique,
        width integer not null,
        height integer not null,
        added text not null);
INSERT INTO "image" VALUES(1,'00',8,6,'2026-01-01');
INSERT INTO "image" VALUES(2,'01',6,8,'2026-01-02');
INSERT INTO "image" VALUES(4,'02',1,1,'2026-01-03');
CREATE TABLE label (
        id integer primary key autoincrement,
        image_id integer not null references image(id) on delete cascade,
        category_id integer not null references category(id) on delete cascade,
        accepted integer not null check (accepted in (0, 1)),
        origin text not null check (origin in ('person', 'auto')),
        run_id integer references run(id) on delete cascade,
        confidence real,
        unique (image_id, category_id));
INSERT INTO "label" VALUES(1,1,1,1,'person',NULL,NULL);
INSERT INTO "label" VALUES(2,2,1,0,'person',NULL,NULL);
INSERT INTO "label" VALUES(3,2,3,1,'auto',1,0.9);
CREATE TABLE layers (version text primary key, data blob not null);
INSERT INTO "layers" VALUES('abc',X'00');
CREATE TABLE mode (id integer primary key check (id = 1), several integer not null);
INSERT INTO "mode" VALUES(1,1);
CREATE TABLE place (
        id integer primary key autoincrement,
        image_id integer not null references image(id) on delete cascade,
        path not null unique,
        bytes integer not null,
        mtime_ns integer not null);
INSERT INTO "place" VALUES(1,1,'/a/heron.png',9,8);
INSERT INTO "place" VALUES(2,1,X'2F61FF',9,8);
INSERT INTO "place" VALUES(3,2,'/a/“owl”.png',7,6);
CREATE TABLE reference (
        id integer primary key autoincrement,
        encoder text not null,
        version text not null references layers(version),
        made text not null,
        images integer not null,
        labels integer not null,
        active integer not null check (active in (0, 1)));
INSERT INTO "reference" VALUES(1,'starter@1','abc','2026-01-05',60,3,0);
CREATE TABLE run (
        id integer primary key autoincrement,
        started text not null,
        encoder text not null,
        at_least real not null, folder, pictures integer);
INSERT INTO "run" VALUES(1,'2026-01-04','starter@1',0.8,NULL,NULL);
CREATE TABLE saved_search (
        id integer primary key autoincrement,
        name text not null,
        key text not null unique,
        category_id integer references category(id) on delete cascade,
        wish text not null);
INSERT INTO "saved_search" VALUES(1,'S','s',1,'{}');
CREATE TABLE watched (id integer primary key autoincrement, path not null unique, at_least real);
INSERT INTO "watched" VALUES(1,'/a',0.9);
CREATE UNIQUE INDEX "idx__sqlite_migrations_migration_set_name"
    ON "_sqlite_migrations" ("migration_set", "name");
CREATE INDEX place_image on place(image_id);
CREATE INDEX label_category on label(category_id);
CREATE INDEX label_run on label(run_id);
CREATE INDEX given_row_encoder on given_row(encoder, category_id, accepted);
DELETE FROM "sqlite_sequence";
INSERT INTO "sqlite_sequence" VALUES('image',4);
INSERT INTO "sqlite_sequence" VALUES('place',3);
INSERT INTO "sqlite_sequence" VALUES('category',3);
INSERT INTO "sqlite_sequence" VALUES('run',1);
INSERT INTO "sqlite_sequence" VALUES('label',3);
INSERT INTO "sqlite_sequence" VALUES('reference',1);
INSERT INTO "sqlite_sequence" VALUES('given_row',1);
INSERT INTO "sqlite_sequence" VALUES('watched',1);
INSERT INTO "sqlite_sequence" VALUES('saved_search',1);
COMMIT;
