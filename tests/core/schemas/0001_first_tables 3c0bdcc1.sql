BEGIN TRANSACTION;
CREATE TABLE "_sqlite_migrations" (
   "id" INTEGER PRIMARY KEY,
   "migration_set" TEXT,
   "name" TEXT,
   "applied_at" TEXT
);
INSERT INTO "_sqlite_migrations" VALUES(1,'nomina','0001_first_tables','2026-01-01 00:00:00+00:00');
CREATE TABLE category (
        id integer primary key autoincrement,
        name text not null,
        key text not null unique,
        synonyms text not null default '[]',
        description text not null default '',
        words integer not null default 1);
INSERT INTO "category" VALUES(1,'Heron','heron','["reiher"]','grey',1);
INSERT INTO "category" VALUES(3,'Owl','owl','[]','',0);
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
CREATE TABLE place (
        id integer primary key autoincrement,
        image_id integer not null references image(id) on delete cascade,
        path not null unique,
        bytes integer not null,
        mtime_ns integer not null);
INSERT INTO "place" VALUES(1,1,'/a/heron.png',9,8);
INSERT INTO "place" VALUES(2,1,X'2F61FF',9,8);
INSERT INTO "place" VALUES(3,2,'/a/“owl”.png',7,6);
CREATE TABLE run (
        id integer primary key autoincrement,
        started text not null,
        encoder text not null,
        at_least real not null);
INSERT INTO "run" VALUES(1,'2026-01-04','starter@1',0.8);
CREATE UNIQUE INDEX "idx__sqlite_migrations_migration_set_name"
    ON "_sqlite_migrations" ("migration_set", "name");
CREATE INDEX place_image on place(image_id);
CREATE INDEX label_category on label(category_id);
CREATE INDEX label_run on label(run_id);
DELETE FROM "sqlite_sequence";
INSERT INTO "sqlite_sequence" VALUES('image',4);
INSERT INTO "sqlite_sequence" VALUES('place',3);
INSERT INTO "sqlite_sequence" VALUES('category',3);
INSERT INTO "sqlite_sequence" VALUES('run',1);
INSERT INTO "sqlite_sequence" VALUES('label',3);
COMMIT;
