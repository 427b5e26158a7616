-- == table
CREATE TABLE "public"."Things" ("Id" integer NOT NULL GENERATED ALWAYS AS IDENTITY, "Name" text, "Fixed" char(3) NOT NULL, CONSTRAINT "PK_Things" PRIMARY KEY ("Id"));
--
-- == table with every type
CREATE TABLE "public"."Types" ("TheAnsiString" text, "TheAnsiStringFixedLength" char(255), "TheBinary" bytea, "TheBoolean" boolean, "TheByte" smallint, "TheCurrency" money, "TheDate" date, "TheDateTime" timestamp, "TheDateTime2" timestamp, "TheDecimal" decimal(19,5), "TheDouble" float8, "TheGuid" uuid, "TheInt16" smallint, "TheInt32" integer, "TheInt64" bigint, "TheSingle" float4, "TheString" text, "TheStringFixedLength" char(255), "TheTime" time, "TheCustom" integer NOT NULL);
--
-- == table with a date and an offset
CREATE TABLE "public"."Offsets" ("At" timestamptz);
--
-- == table with xml
CREATE TABLE "public"."Documents" ("Body" xml);
--
-- == table with defaults
CREATE TABLE "public"."Defaults" ("Text" varchar(20) DEFAULT 'it''s', "Truth" boolean DEFAULT true, "Number" decimal(19,5) DEFAULT 1.50, "At" timestamp DEFAULT '2024-02-29T12:34:56.1234567', "Now" timestamp DEFAULT now(), "Utc" timestamp DEFAULT (now() at time zone 'UTC'), "Nothing" varchar(20) DEFAULT NULL);
--
-- == table with a made key and a user
CREATE TABLE "public"."Keys" ("Key" uuid DEFAULT gen_random_uuid());
--
-- == table with a composite key
CREATE TABLE "public"."Pairs" ("A" integer NOT NULL, "B" integer NOT NULL, CONSTRAINT "PK_Pairs" PRIMARY KEY ("A","B"));
--
-- == table with computed columns
-- MIG9103 Info: The computed column 'Sums.D' | PostgreSQL | FluentMigrator knows stored computed columns only there, so its values are stored
CREATE TABLE "public"."Sums" ("A" integer, "B" integer GENERATED ALWAYS AS (1 + 1) STORED, "D" integer GENERATED ALWAYS AS (1 + 2) STORED);
--
-- == table with descriptions
CREATE TABLE "public"."Told" ("A" integer, "B" integer);
--
COMMENT ON TABLE "public"."Told" IS 'It''s told';
--
COMMENT ON COLUMN "public"."Told"."A" IS 'The first';
--
COMMENT ON COLUMN "public"."Told"."B" IS 'The ''second''
Unit:kg';
--
-- == table in a schema
CREATE SCHEMA "sales";
--
CREATE TABLE "sales"."Things" ("Id" integer);
--
-- == table with foreign keys
CREATE TABLE "public"."Trees" ("Id" integer NOT NULL GENERATED ALWAYS AS IDENTITY, "Parent" integer, "CustomerId" integer, CONSTRAINT "PK_Trees" PRIMARY KEY ("Id"));
--
ALTER TABLE "public"."Trees" ADD CONSTRAINT "FK_Trees" FOREIGN KEY ("Parent") REFERENCES "public"."Trees" ("Id") ON DELETE CASCADE ON UPDATE SET NULL;
--
-- == table with a key added later
CREATE TABLE "public"."Late" ("A" integer NOT NULL);
--
ALTER TABLE "public"."Late" ADD CONSTRAINT "PK_Late" PRIMARY KEY ("A");
--
-- == drop table
DROP TABLE "public"."Orders";
--
-- == drop table if exists
DROP TABLE IF EXISTS "public"."Orders";
--
-- == drop table of a schema if exists
DROP TABLE IF EXISTS "sales"."Orders";
--
-- == rename table
ALTER TABLE "public"."Orders" RENAME TO "Purchases";
--
-- == describe table
COMMENT ON TABLE "public"."Orders" IS 'What a customer''s order is';
--
-- == move table
CREATE SCHEMA "sales";
--
ALTER TABLE "public"."Orders" SET SCHEMA "sales";
--
-- == add column
ALTER TABLE "public"."Orders" ADD "Note" varchar(100);
--
-- == add column with a default
ALTER TABLE "public"."Orders" ADD "Paid" boolean NOT NULL DEFAULT false;
--
-- == add column with a description
ALTER TABLE "public"."Orders" ADD "Note" text;
--
COMMENT ON COLUMN "public"."Orders"."Note" IS 'It''s a note
Owner:Sales';
--
-- == add column with the time
ALTER TABLE "public"."Orders" ADD "Made" timestamp DEFAULT (now() at time zone 'UTC');
--
-- == add computed column
ALTER TABLE "public"."Orders" ADD "Twice" decimal(19,5) GENERATED ALWAYS AS (1 * 2) STORED;
--
-- == add column and foreign key
ALTER TABLE "public"."Orders" ADD "ParentId" integer;
--
ALTER TABLE "public"."Orders" ADD CONSTRAINT "FK_Orders_Parent" FOREIGN KEY ("ParentId") REFERENCES "public"."Orders" ("Id");
--
-- == add primary key column
CREATE TABLE "public"."Bare" ("A" integer);
--
ALTER TABLE "public"."Bare" ADD "Id" integer NOT NULL GENERATED ALWAYS AS IDENTITY;
--
-- == alter column
ALTER TABLE "public"."Orders" ALTER "Total" TYPE bigint, ALTER "Total" SET NOT NULL;
--
COMMENT ON COLUMN "public"."Orders"."Total" IS 'The total';
--
-- == alter column without nullability
ALTER TABLE "public"."Customers" ALTER "Name" TYPE varchar(200);
--
-- == set default
ALTER TABLE "public"."Orders" ALTER "Total" DROP DEFAULT, ALTER "Total" SET DEFAULT 1.50;
--
-- == set default to the time
ALTER TABLE "public"."Orders" ALTER "At" DROP DEFAULT, ALTER "At" SET DEFAULT now();
--
-- == drop default
ALTER TABLE "public"."Orders" ALTER "Total" DROP DEFAULT;
--
-- == drop column
ALTER TABLE "public"."Orders" DROP COLUMN "Total";
--
-- == drop column of an index
ALTER TABLE "public"."Orders" DROP COLUMN "At";
--
-- == rename column
ALTER TABLE "public"."Orders" RENAME COLUMN "Total" TO "Sum";
--
-- == add foreign key
ALTER TABLE "public"."Orders" ADD CONSTRAINT "FK_Orders_Customers" FOREIGN KEY ("CustomerId") REFERENCES "public"."Customers" ("Id");
--
-- == drop foreign key
ALTER TABLE "public"."Orders" DROP CONSTRAINT "FK_Orders_Customers";
--
-- == add unique
ALTER TABLE "public"."Orders" ADD CONSTRAINT "UC_Orders" UNIQUE ("CustomerId", "At");
--
-- == drop unique
ALTER TABLE "public"."Customers" DROP CONSTRAINT "UC_Customers_Email";
--
-- == add primary key
CREATE TABLE "public"."Plain" ("A" integer NOT NULL);
--
INSERT INTO "public"."Plain" ("A") VALUES (1);
--
ALTER TABLE "public"."Plain" ADD CONSTRAINT "PK_Plain" PRIMARY KEY ("A");
--
-- == drop primary key
ALTER TABLE "public"."Orders" DROP CONSTRAINT "PK_Orders";
--
-- == index
CREATE INDEX "IX_Two" ON "public"."Orders" ("CustomerId" ASC,"Total" DESC);
--
-- == unique index
CREATE UNIQUE INDEX "UX_Name" ON "public"."Customers" ("Name" ASC);
--
-- == clustered index
-- MIG9103 Info: The clustering of index 'CX_Name' | PostgreSQL | only SQL Server stores a table in the order of an index
CREATE INDEX "CX_Name" ON "public"."Customers" ("Name" ASC);
--
-- == postgres index
CREATE INDEX CONCURRENTLY "IX_Pg" ON "public"."Customers" ("Name" ASC) INCLUDE ("Email", "Balance") WITH ( FILLFACTOR = 80 ) WHERE "Id" > 1;
--
-- == postgres filtered unique index
CREATE UNIQUE INDEX "UX_Pg" ON "public"."Customers" ("Name" ASC) WHERE "Id" > 1;
--
-- == postgres unique index with nulls not distinct
-- MIG9103 Error: The new index 'UX_Nulls' of table 'Customers' | PostgreSQL | that nulls are not distinct can be said from version 15 on, and FluentMigrator would accept every null before it
-- == sql server index
-- MIG9103 Info: The feature 'SqlServerDataCompression' of index 'IX_Ms' | PostgreSQL | it is a feature of SQL Server, and FluentMigrator leaves it out elsewhere without a word
-- MIG9103 Info: The feature 'SqlServerIncludes' of index 'IX_Ms' | PostgreSQL | it is a feature of SQL Server, and FluentMigrator leaves it out elsewhere without a word
-- MIG9103 Info: The feature 'SqlServerIndexFilter' of index 'IX_Ms' | PostgreSQL | it is a feature of SQL Server, and FluentMigrator leaves it out elsewhere without a word
-- MIG9103 Info: The feature 'SqlServerOnlineIndex' of index 'IX_Ms' | PostgreSQL | it is a feature of SQL Server, and FluentMigrator leaves it out elsewhere without a word
CREATE INDEX "IX_Ms" ON "public"."Customers" ("Name" ASC);
--
-- == sql server unique index, filtered, without nulls
-- MIG9103 Error: The feature 'SqlServerIndexFilter' of index 'UX_Ms' | PostgreSQL | it is a feature of SQL Server, and FluentMigrator leaves it out elsewhere without a word, so uniqueness would hold for other rows
CREATE UNIQUE INDEX "UX_Ms" ON "public"."Customers" ("Name" ASC);
--
-- == mysql index
-- MIG9103 Info: The feature 'MySqlIndexType' of index 'IX_My' | PostgreSQL | it is a feature of MySQL, and FluentMigrator leaves it out elsewhere without a word
CREATE INDEX "IX_My" ON "public"."Customers" ("Balance" ASC);
--
-- == drop index
DROP INDEX "public"."IX_Orders_At";
--
-- == insert
INSERT INTO "public"."Customers" ("Name","Email") VALUES ('O''Neil',NULL);
--
INSERT INTO "public"."Customers" ("Name") VALUES ('b\c');
--
-- == insert with identity
INSERT INTO "public"."Customers" ("Id","Name") OVERRIDING SYSTEM VALUE VALUES (7,'x');
--
-- == insert every kind of value
INSERT INTO "public"."Values" ("V0","V1","V2","V3","V4","V5","V6","V7","V8","V9","V10","V11","V12","V13","V14","V15") VALUES ('é''\','a',true,-9223372036854775808,18446744073709551615,-1.230,0.1,1E+300,'2024-02-29T12:34:56.12','2024-02-29T12:34:56+02:00','2024-02-29','12:34:56.7000000','0f8fad5b-d9cb-469f-a165-70867728950e',E'\\x00FF',1 + 1,NULL);
--
-- == update
UPDATE "public"."Customers" SET "Name" = 'y' WHERE "Email" IS NULL AND "Id" = 1;
--
-- == update all rows
UPDATE "public"."Customers" SET "Balance" = "Balance" + 1 WHERE 1 = 1;
--
-- == delete
DELETE FROM "public"."Customers" WHERE "Id" = 1;
--
DELETE FROM "public"."Customers" WHERE "Name" IS NULL;
--
-- == delete all rows
DELETE FROM "public"."Orders" WHERE 1 = 1;
--
-- == sequence
CREATE SEQUENCE "Numbers" INCREMENT BY 2 MINVALUE 1 MAXVALUE 100 START WITH 10 CACHE 20 CYCLE;
--
-- == plain sequence
CREATE SEQUENCE "Plain" CACHE 1;
--
-- == drop sequence
CREATE SEQUENCE "Gone" CACHE 1;
--
DROP SEQUENCE "Gone";
--
-- == schema
CREATE SCHEMA "sales";
--
DROP SCHEMA "sales";
--
-- == raw sql
UPDATE Orders SET Total = 1;
DELETE FROM Orders;
--
-- == batches
SELECT 1;
GO
SELECT 'GO';
GO 2
-- the end
SELECT 3;
--
-- == code
My.Migration::Fill@My.Assembly
--
-- == opaque
-- MIG9103 Error: A step | PostgreSQL | the value is not known
