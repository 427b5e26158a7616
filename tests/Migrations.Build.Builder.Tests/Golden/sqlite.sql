-- == table
CREATE TABLE "Things" ("Id" INTEGER NOT NULL CONSTRAINT "PK_Things" PRIMARY KEY AUTOINCREMENT, "Name" TEXT, "Fixed" TEXT NOT NULL);
--
-- == table with every type
CREATE TABLE "Types" ("TheAnsiString" TEXT, "TheAnsiStringFixedLength" TEXT, "TheBinary" BLOB, "TheBoolean" INTEGER, "TheByte" INTEGER, "TheCurrency" NUMERIC, "TheDate" DATETIME, "TheDateTime" DATETIME, "TheDateTime2" DATETIME, "TheDecimal" NUMERIC, "TheDouble" NUMERIC, "TheGuid" UNIQUEIDENTIFIER, "TheInt16" INTEGER, "TheInt32" INTEGER, "TheInt64" INTEGER, "TheSingle" NUMERIC, "TheString" TEXT, "TheStringFixedLength" TEXT, "TheTime" DATETIME, "TheCustom" integer NOT NULL);
--
-- == table with a date and an offset
-- MIG0811 Error: The new table 'Offsets' | FluentMigrator's generator refuses it, saying "Unsupported DbType 'DateTimeOffset'"
-- == table with xml
-- MIG0811 Error: The new table 'Documents' | FluentMigrator's generator refuses it, saying "Unsupported DbType 'Xml'"
-- == table with defaults
CREATE TABLE "Defaults" ("Text" TEXT DEFAULT 'it''s', "Truth" INTEGER DEFAULT 1, "Number" NUMERIC DEFAULT 1.50, "At" DATETIME DEFAULT '2024-02-29T12:34:56.1234567', "Now" DATETIME DEFAULT (datetime('now','localtime')), "Utc" DATETIME DEFAULT CURRENT_TIMESTAMP, "Nothing" TEXT DEFAULT NULL);
--
-- == table with a made key and a user
-- MIG0811 Error: The new table 'Keys' | FluentMigrator's generator refuses it, saying "The system method NewGuid is not supported"
-- == table with a composite key
CREATE TABLE "Pairs" ("A" INTEGER NOT NULL, "B" INTEGER NOT NULL, CONSTRAINT "PK_Pairs" PRIMARY KEY ("A", "B"));
--
-- == table with computed columns
CREATE TABLE "Sums" ("A" INTEGER, "B" INTEGER GENERATED ALWAYS AS (1 + 1) STORED, "D" INTEGER GENERATED ALWAYS AS (1 + 2) VIRTUAL);
--
-- == table with descriptions
-- MIG9103 Info: A description in table 'Told' | SQLite | SQLite stores no descriptions
CREATE TABLE "Told" ("A" INTEGER, "B" INTEGER);
--
-- == table in a schema
-- MIG0811 Error: The new schema 'sales' | SQLite has no schemas
-- MIG0811 Error: The schema 'sales' | SQLite has no schemas; a schema in front of a name would be an attached database
CREATE TABLE "Things" ("Id" INTEGER);
--
-- == table with foreign keys
CREATE TABLE "Trees" ("Id" INTEGER NOT NULL CONSTRAINT "PK_Trees" PRIMARY KEY AUTOINCREMENT, "Parent" INTEGER, "CustomerId" INTEGER, CONSTRAINT "FK_Trees" FOREIGN KEY ("Parent") REFERENCES "Trees" ("Id") ON DELETE CASCADE ON UPDATE SET NULL);
--
-- == table with a key added later
CREATE TABLE "Late" ("A" INTEGER NOT NULL, CONSTRAINT "PK_Late" PRIMARY KEY ("A"));
--
-- == drop table
DROP TABLE "Orders";
--
-- == drop table if exists
DROP TABLE IF EXISTS "Orders";
--
-- == drop table of a schema if exists
-- MIG0811 Error: The schema 'sales' | SQLite has no schemas; a schema in front of a name would be an attached database
DROP TABLE IF EXISTS "Orders";
--
-- == rename table
ALTER TABLE "Orders" RENAME TO "Purchases";
--
-- == describe table
-- MIG9103 Info: A description in table 'Orders' | SQLite | SQLite stores no descriptions
-- == move table
-- MIG0811 Error: The new schema 'sales' | SQLite has no schemas
-- MIG0811 Error: The move of table 'Orders' to schema 'sales' | SQLite has no schemas
-- == add column
ALTER TABLE "Orders" ADD COLUMN "Note" TEXT;
--
-- == add column with a default
ALTER TABLE "Orders" ADD COLUMN "Paid" INTEGER NOT NULL DEFAULT 0;
--
-- == add column with a description
-- MIG9103 Info: A description in table 'Orders' | SQLite | SQLite stores no descriptions
ALTER TABLE "Orders" ADD COLUMN "Note" TEXT;
--
-- == add column with the time
-- MIG0811 Info: The new column 'Orders.Made'
CREATE TABLE "Orders" ("Id" INTEGER NOT NULL CONSTRAINT "PK_Orders" PRIMARY KEY AUTOINCREMENT, "CustomerId" INTEGER, "Total" NUMERIC, "At" DATETIME);
CREATE INDEX "IX_Orders_At" ON "Orders" ("At" ASC)
--
PRAGMA legacy_alter_table = ON
--
CREATE TABLE "migrations_new_Orders" ("Id" INTEGER NOT NULL CONSTRAINT "PK_Orders" PRIMARY KEY AUTOINCREMENT, "CustomerId" INTEGER, "Total" NUMERIC, "At" DATETIME, "Made" DATETIME DEFAULT CURRENT_TIMESTAMP)
--
INSERT INTO "migrations_new_Orders" ("Id", "CustomerId", "Total", "At")
SELECT "Id", "CustomerId", "Total", "At"
FROM "Orders"
--
DELETE FROM sqlite_sequence WHERE name = 'migrations_new_Orders'
--
INSERT INTO sqlite_sequence (name, seq) SELECT 'migrations_new_Orders', seq FROM sqlite_sequence WHERE name = 'Orders'
--
DROP TABLE "Orders"
--
ALTER TABLE "migrations_new_Orders" RENAME TO "Orders"
--
PRAGMA legacy_alter_table = OFF
--
CREATE INDEX "IX_Orders_At" ON "Orders" ("At" ASC)
--
-- == add computed column
-- MIG0811 Info: The new column 'Orders.Twice'
CREATE TABLE "Orders" ("Id" INTEGER NOT NULL CONSTRAINT "PK_Orders" PRIMARY KEY AUTOINCREMENT, "CustomerId" INTEGER, "Total" NUMERIC, "At" DATETIME);
CREATE INDEX "IX_Orders_At" ON "Orders" ("At" ASC)
--
PRAGMA legacy_alter_table = ON
--
CREATE TABLE "migrations_new_Orders" ("Id" INTEGER NOT NULL CONSTRAINT "PK_Orders" PRIMARY KEY AUTOINCREMENT, "CustomerId" INTEGER, "Total" NUMERIC, "At" DATETIME, "Twice" NUMERIC GENERATED ALWAYS AS (1 * 2) STORED)
--
INSERT INTO "migrations_new_Orders" ("Id", "CustomerId", "Total", "At")
SELECT "Id", "CustomerId", "Total", "At"
FROM "Orders"
--
DELETE FROM sqlite_sequence WHERE name = 'migrations_new_Orders'
--
INSERT INTO sqlite_sequence (name, seq) SELECT 'migrations_new_Orders', seq FROM sqlite_sequence WHERE name = 'Orders'
--
DROP TABLE "Orders"
--
ALTER TABLE "migrations_new_Orders" RENAME TO "Orders"
--
PRAGMA legacy_alter_table = OFF
--
CREATE INDEX "IX_Orders_At" ON "Orders" ("At" ASC)
--
-- == add column and foreign key
ALTER TABLE "Orders" ADD COLUMN "ParentId" INTEGER CONSTRAINT "FK_Orders_Parent" REFERENCES "Orders" ("Id");
--
-- == add primary key column
-- MIG0811 Info: The new column 'Bare.Id'
CREATE TABLE "Bare" ("A" INTEGER);
--
CREATE TABLE "Bare" ("A" INTEGER)
--
PRAGMA legacy_alter_table = ON
--
CREATE TABLE "migrations_new_Bare" ("A" INTEGER, "Id" INTEGER NOT NULL CONSTRAINT "PK" PRIMARY KEY AUTOINCREMENT)
--
INSERT INTO "migrations_new_Bare" ("Id", "A")
SELECT rowid, "A"
FROM "Bare"
--
DROP TABLE "Bare"
--
ALTER TABLE "migrations_new_Bare" RENAME TO "Bare"
--
PRAGMA legacy_alter_table = OFF
--
-- == alter column
-- MIG9103 Info: A description in table 'Orders' | SQLite | SQLite stores no descriptions
-- MIG0811 Info: The change of column 'Orders.Total'
CREATE TABLE "Orders" ("Id" INTEGER NOT NULL CONSTRAINT "PK_Orders" PRIMARY KEY AUTOINCREMENT, "CustomerId" INTEGER, "Total" NUMERIC, "At" DATETIME);
CREATE INDEX "IX_Orders_At" ON "Orders" ("At" ASC)
--
PRAGMA legacy_alter_table = ON
--
CREATE TABLE "migrations_new_Orders" ("Id" INTEGER NOT NULL CONSTRAINT "PK_Orders" PRIMARY KEY AUTOINCREMENT, "CustomerId" INTEGER, "Total" INTEGER NOT NULL, "At" DATETIME)
--
INSERT INTO "migrations_new_Orders" ("Id", "CustomerId", "Total", "At")
SELECT "Id", "CustomerId", "Total", "At"
FROM "Orders"
--
DELETE FROM sqlite_sequence WHERE name = 'migrations_new_Orders'
--
INSERT INTO sqlite_sequence (name, seq) SELECT 'migrations_new_Orders', seq FROM sqlite_sequence WHERE name = 'Orders'
--
DROP TABLE "Orders"
--
ALTER TABLE "migrations_new_Orders" RENAME TO "Orders"
--
PRAGMA legacy_alter_table = OFF
--
CREATE INDEX "IX_Orders_At" ON "Orders" ("At" ASC)
--
-- == alter column without nullability
-- == set default
-- MIG0811 Info: The default of column 'Orders.Total'
CREATE TABLE "Orders" ("Id" INTEGER NOT NULL CONSTRAINT "PK_Orders" PRIMARY KEY AUTOINCREMENT, "CustomerId" INTEGER, "Total" NUMERIC, "At" DATETIME);
CREATE INDEX "IX_Orders_At" ON "Orders" ("At" ASC)
--
PRAGMA legacy_alter_table = ON
--
CREATE TABLE "migrations_new_Orders" ("Id" INTEGER NOT NULL CONSTRAINT "PK_Orders" PRIMARY KEY AUTOINCREMENT, "CustomerId" INTEGER, "Total" NUMERIC DEFAULT 1.50, "At" DATETIME)
--
INSERT INTO "migrations_new_Orders" ("Id", "CustomerId", "Total", "At")
SELECT "Id", "CustomerId", "Total", "At"
FROM "Orders"
--
DELETE FROM sqlite_sequence WHERE name = 'migrations_new_Orders'
--
INSERT INTO sqlite_sequence (name, seq) SELECT 'migrations_new_Orders', seq FROM sqlite_sequence WHERE name = 'Orders'
--
DROP TABLE "Orders"
--
ALTER TABLE "migrations_new_Orders" RENAME TO "Orders"
--
PRAGMA legacy_alter_table = OFF
--
CREATE INDEX "IX_Orders_At" ON "Orders" ("At" ASC)
--
-- == set default to the time
-- MIG0811 Info: The default of column 'Orders.At'
CREATE TABLE "Orders" ("Id" INTEGER NOT NULL CONSTRAINT "PK_Orders" PRIMARY KEY AUTOINCREMENT, "CustomerId" INTEGER, "Total" NUMERIC, "At" DATETIME);
CREATE INDEX "IX_Orders_At" ON "Orders" ("At" ASC)
--
PRAGMA legacy_alter_table = ON
--
CREATE TABLE "migrations_new_Orders" ("Id" INTEGER NOT NULL CONSTRAINT "PK_Orders" PRIMARY KEY AUTOINCREMENT, "CustomerId" INTEGER, "Total" NUMERIC, "At" DATETIME DEFAULT (datetime('now','localtime')))
--
INSERT INTO "migrations_new_Orders" ("Id", "CustomerId", "Total", "At")
SELECT "Id", "CustomerId", "Total", "At"
FROM "Orders"
--
DELETE FROM sqlite_sequence WHERE name = 'migrations_new_Orders'
--
INSERT INTO sqlite_sequence (name, seq) SELECT 'migrations_new_Orders', seq FROM sqlite_sequence WHERE name = 'Orders'
--
DROP TABLE "Orders"
--
ALTER TABLE "migrations_new_Orders" RENAME TO "Orders"
--
PRAGMA legacy_alter_table = OFF
--
CREATE INDEX "IX_Orders_At" ON "Orders" ("At" ASC)
--
-- == drop default
-- == drop column
ALTER TABLE "Orders" DROP COLUMN "Total";
--
-- == drop column of an index
-- MIG0811 Info: The dropping of column 'Orders.At'
CREATE TABLE "Orders" ("Id" INTEGER NOT NULL CONSTRAINT "PK_Orders" PRIMARY KEY AUTOINCREMENT, "CustomerId" INTEGER, "Total" NUMERIC, "At" DATETIME);
CREATE INDEX "IX_Orders_At" ON "Orders" ("At" ASC)
--
PRAGMA legacy_alter_table = ON
--
CREATE TABLE "migrations_new_Orders" ("Id" INTEGER NOT NULL CONSTRAINT "PK_Orders" PRIMARY KEY AUTOINCREMENT, "CustomerId" INTEGER, "Total" NUMERIC)
--
INSERT INTO "migrations_new_Orders" ("Id", "CustomerId", "Total")
SELECT "Id", "CustomerId", "Total"
FROM "Orders"
--
DELETE FROM sqlite_sequence WHERE name = 'migrations_new_Orders'
--
INSERT INTO sqlite_sequence (name, seq) SELECT 'migrations_new_Orders', seq FROM sqlite_sequence WHERE name = 'Orders'
--
DROP TABLE "Orders"
--
ALTER TABLE "migrations_new_Orders" RENAME TO "Orders"
--
PRAGMA legacy_alter_table = OFF
--
-- == rename column
ALTER TABLE "Orders" RENAME COLUMN "Total" TO "Sum";
--
-- == add foreign key
-- MIG0811 Info: The new foreign key 'FK_Orders_Customers' of table 'Orders'
CREATE TABLE "Orders" ("Id" INTEGER NOT NULL CONSTRAINT "PK_Orders" PRIMARY KEY AUTOINCREMENT, "CustomerId" INTEGER, "Total" NUMERIC, "At" DATETIME);
CREATE INDEX "IX_Orders_At" ON "Orders" ("At" ASC)
--
PRAGMA legacy_alter_table = ON
--
CREATE TABLE "migrations_new_Orders" ("Id" INTEGER NOT NULL CONSTRAINT "PK_Orders" PRIMARY KEY AUTOINCREMENT, "CustomerId" INTEGER, "Total" NUMERIC, "At" DATETIME, CONSTRAINT "FK_Orders_Customers" FOREIGN KEY ("CustomerId") REFERENCES "Customers" ("Id"))
--
INSERT INTO "migrations_new_Orders" ("Id", "CustomerId", "Total", "At")
SELECT "Id", "CustomerId", "Total", "At"
FROM "Orders"
--
DELETE FROM sqlite_sequence WHERE name = 'migrations_new_Orders'
--
INSERT INTO sqlite_sequence (name, seq) SELECT 'migrations_new_Orders', seq FROM sqlite_sequence WHERE name = 'Orders'
--
DROP TABLE "Orders"
--
ALTER TABLE "migrations_new_Orders" RENAME TO "Orders"
--
PRAGMA legacy_alter_table = OFF
--
CREATE INDEX "IX_Orders_At" ON "Orders" ("At" ASC)
--
-- == drop foreign key
-- MIG0811 Info: The dropping of foreign key 'FK_Orders_Customers' of table 'Orders'
CREATE TABLE "Orders" ("Id" INTEGER NOT NULL CONSTRAINT "PK_Orders" PRIMARY KEY AUTOINCREMENT, "CustomerId" INTEGER, "Total" NUMERIC, "At" DATETIME, CONSTRAINT "FK_Orders_Customers" FOREIGN KEY ("CustomerId") REFERENCES "Customers" ("Id"));
CREATE INDEX "IX_Orders_At" ON "Orders" ("At" ASC)
--
PRAGMA legacy_alter_table = ON
--
CREATE TABLE "migrations_new_Orders" ("Id" INTEGER NOT NULL CONSTRAINT "PK_Orders" PRIMARY KEY AUTOINCREMENT, "CustomerId" INTEGER, "Total" NUMERIC, "At" DATETIME)
--
INSERT INTO "migrations_new_Orders" ("Id", "CustomerId", "Total", "At")
SELECT "Id", "CustomerId", "Total", "At"
FROM "Orders"
--
DELETE FROM sqlite_sequence WHERE name = 'migrations_new_Orders'
--
INSERT INTO sqlite_sequence (name, seq) SELECT 'migrations_new_Orders', seq FROM sqlite_sequence WHERE name = 'Orders'
--
DROP TABLE "Orders"
--
ALTER TABLE "migrations_new_Orders" RENAME TO "Orders"
--
PRAGMA legacy_alter_table = OFF
--
CREATE INDEX "IX_Orders_At" ON "Orders" ("At" ASC)
--
-- == add unique
CREATE UNIQUE INDEX "UC_Orders" ON "Orders" ("CustomerId" ASC, "At" ASC);
--
-- == drop unique
DROP INDEX "UC_Customers_Email";
--
-- == add primary key
CREATE TABLE "Plain" ("A" INTEGER NOT NULL, CONSTRAINT "PK_Plain" PRIMARY KEY ("A"));
--
INSERT INTO "Plain" ("A") VALUES (1);
--
-- == drop primary key
-- MIG0811 Info: The dropping of the primary key 'PK_Orders' of table 'Orders'
CREATE TABLE "Orders" ("Id" INTEGER NOT NULL CONSTRAINT "PK_Orders" PRIMARY KEY AUTOINCREMENT, "CustomerId" INTEGER, "Total" NUMERIC, "At" DATETIME);
CREATE INDEX "IX_Orders_At" ON "Orders" ("At" ASC)
--
PRAGMA legacy_alter_table = ON
--
CREATE TABLE "migrations_new_Orders" ("Id" INTEGER NOT NULL, "CustomerId" INTEGER, "Total" NUMERIC, "At" DATETIME)
--
INSERT INTO "migrations_new_Orders" (rowid, "Id", "CustomerId", "Total", "At")
SELECT rowid, "Id", "CustomerId", "Total", "At"
FROM "Orders"
--
DROP TABLE "Orders"
--
ALTER TABLE "migrations_new_Orders" RENAME TO "Orders"
--
PRAGMA legacy_alter_table = OFF
--
CREATE INDEX "IX_Orders_At" ON "Orders" ("At" ASC)
--
-- == index
CREATE INDEX "IX_Two" ON "Orders" ("CustomerId" ASC, "Total" DESC);
--
-- == unique index
CREATE UNIQUE INDEX "UX_Name" ON "Customers" ("Name" ASC);
--
-- == clustered index
-- MIG9103 Info: The clustering of index 'CX_Name' | SQLite | only SQL Server stores a table in the order of an index
CREATE INDEX "CX_Name" ON "Customers" ("Name" ASC);
--
-- == postgres index
-- MIG9103 Info: The feature 'PostgresConcurrently' of index 'IX_Pg' | SQLite | it is a feature of PostgreSQL, and FluentMigrator leaves it out elsewhere without a word
-- MIG9103 Info: The feature 'PostgresFillFactor' of index 'IX_Pg' | SQLite | it is a feature of PostgreSQL, and FluentMigrator leaves it out elsewhere without a word
-- MIG9103 Info: The feature 'PostgresIncludes' of index 'IX_Pg' | SQLite | it is a feature of PostgreSQL, and FluentMigrator leaves it out elsewhere without a word
-- MIG9103 Info: The feature 'PostgresIndexFilter' of index 'IX_Pg' | SQLite | it is a feature of PostgreSQL, and FluentMigrator leaves it out elsewhere without a word
CREATE INDEX "IX_Pg" ON "Customers" ("Name" ASC);
--
-- == postgres filtered unique index
-- MIG9103 Error: The feature 'PostgresIndexFilter' of index 'UX_Pg' | SQLite | it is a feature of PostgreSQL, and FluentMigrator leaves it out elsewhere without a word, so uniqueness would hold for other rows
CREATE UNIQUE INDEX "UX_Pg" ON "Customers" ("Name" ASC);
--
-- == postgres unique index with nulls not distinct
-- MIG9103 Error: The feature 'PostgresIndexColumnNullsDistinct' of index 'UX_Nulls' | SQLite | it is a feature of PostgreSQL, and FluentMigrator leaves it out elsewhere without a word, so uniqueness would hold for other rows
CREATE UNIQUE INDEX "UX_Nulls" ON "Customers" ("Name" ASC);
--
-- == sql server index
-- MIG9103 Info: The feature 'SqlServerDataCompression' of index 'IX_Ms' | SQLite | it is a feature of SQL Server, and FluentMigrator leaves it out elsewhere without a word
-- MIG9103 Info: The feature 'SqlServerIncludes' of index 'IX_Ms' | SQLite | it is a feature of SQL Server, and FluentMigrator leaves it out elsewhere without a word
-- MIG9103 Info: The feature 'SqlServerIndexFilter' of index 'IX_Ms' | SQLite | it is a feature of SQL Server, and FluentMigrator leaves it out elsewhere without a word
-- MIG9103 Info: The feature 'SqlServerOnlineIndex' of index 'IX_Ms' | SQLite | it is a feature of SQL Server, and FluentMigrator leaves it out elsewhere without a word
CREATE INDEX "IX_Ms" ON "Customers" ("Name" ASC);
--
-- == sql server unique index, filtered, without nulls
-- MIG9103 Error: The feature 'SqlServerIndexFilter' of index 'UX_Ms' | SQLite | it is a feature of SQL Server, and FluentMigrator leaves it out elsewhere without a word, so uniqueness would hold for other rows
CREATE UNIQUE INDEX "UX_Ms" ON "Customers" ("Name" ASC);
--
-- == mysql index
-- MIG9103 Info: The feature 'MySqlIndexType' of index 'IX_My' | SQLite | it is a feature of MySQL, and FluentMigrator leaves it out elsewhere without a word
CREATE INDEX "IX_My" ON "Customers" ("Balance" ASC);
--
-- == drop index
DROP INDEX "IX_Orders_At";
--
-- == insert
INSERT INTO "Customers" ("Name", "Email") VALUES ('O''Neil', NULL);
--
INSERT INTO "Customers" ("Name") VALUES ('b\c');
--
-- == insert with identity
INSERT INTO "Customers" ("Id", "Name") VALUES (7, 'x');
--
-- == insert every kind of value
INSERT INTO "Values" ("V0", "V1", "V2", "V3", "V4", "V5", "V6", "V7", "V8", "V9", "V10", "V11", "V12", "V13", "V14", "V15") VALUES ('é''\', 'a', 1, -9223372036854775808, 18446744073709551615, -1.230, 0.1, 1E+300, '2024-02-29T12:34:56.12', '2024-02-29T12:34:56+02:00', '2024-02-29', '12:34:56.7000000', '0f8fad5b-d9cb-469f-a165-70867728950e', X'00ff', 1 + 1, NULL);
--
-- == update
UPDATE "Customers" SET "Name" = 'y' WHERE "Email" IS NULL AND "Id" = 1;
--
-- == update all rows
UPDATE "Customers" SET "Balance" = "Balance" + 1 WHERE 1 = 1;
--
-- == delete
DELETE FROM "Customers" WHERE "Id" = 1;
--
DELETE FROM "Customers" WHERE "Name" IS NULL;
--
-- == delete all rows
DELETE FROM "Orders" WHERE 1 = 1;
--
-- == sequence
-- MIG0811 Error: The new sequence 'Numbers' | SQLite has no sequences
-- == plain sequence
-- MIG0811 Error: The new sequence 'Plain' | SQLite has no sequences
-- == drop sequence
-- MIG0811 Error: The new sequence 'Gone' | SQLite has no sequences
-- MIG0811 Error: The dropping of sequence 'Gone' | SQLite has no sequences
-- == schema
-- MIG0811 Error: The new schema 'sales' | SQLite has no schemas
-- MIG0811 Error: The dropping of schema 'sales' | SQLite has no schemas
-- == raw sql
UPDATE Orders SET Total = 1;
DELETE FROM Orders;
--
-- == batches
SELECT 1;
--
SELECT 'GO';
--
SELECT 'GO';
--
-- the end
SELECT 3;
--
-- == code
My.Migration::Fill@My.Assembly
--
-- == opaque
-- MIG9103 Error: A step | SQLite | the value is not known
