using Migrations.Build.Bundle;
using Migrations.Build.Runner.Tests.Ground;

namespace Migrations.Build.Runner.Tests.Keeping;

/// <summary>Migrations that destroy data, with the statements that keep and restore it as the builder writes them.</summary>
internal static class Crm
{
    /// <summary>Makes the customers, three of them.</summary>
    public static Draft Customers { get; } = Draft.Of(
        1,
        [
            """CREATE TABLE "Customers" ("Id" INTEGER PRIMARY KEY, "Name" TEXT NOT NULL, "Email" TEXT)""",
            """INSERT INTO "Customers" VALUES (1, 'Ann', 'ann@x'), (2, 'Bob', 'bob@x'), (3, 'Cyd', NULL)""",
        ],
        ["""DROP TABLE "Customers" """]);

    /// <summary>Drops a column.</summary>
    public static Draft WithoutEmail { get; } = Draft.Of(
        2,
        [
            """keep: CREATE TABLE "migrations_kept_2_1" AS SELECT "Id", "Email" FROM "Customers" """,
            """ALTER TABLE "Customers" DROP COLUMN "Email" """,
        ],
        [
            """ALTER TABLE "Customers" ADD COLUMN "Email" TEXT""",
            """restore: UPDATE "Customers" SET "Email" = k."Email" FROM "migrations_kept_2_1" k WHERE k."Id" = "Customers"."Id" """,
        ]).Keeping("migrations_kept_2_1", "Customers", "Email");

    /// <summary>Deletes rows.</summary>
    public static Draft WithoutBob { get; } = Draft.Of(
        3,
        [
            """keep: CREATE TABLE "migrations_kept_3_1" AS SELECT * FROM "Customers" WHERE "Name" = 'Bob'""",
            """DELETE FROM "Customers" WHERE "Name" = 'Bob'""",
        ],
        ["""restore: INSERT OR IGNORE INTO "Customers" SELECT * FROM "migrations_kept_3_1" """]).Keeping("migrations_kept_3_1", "Customers");

    /// <summary>Drops the table.</summary>
    public static Draft WithoutCustomers { get; } = Draft.Of(
        4,
        [
            """keep: CREATE TABLE "migrations_kept_4_1" AS SELECT * FROM "Customers" """,
            """DROP TABLE "Customers" """,
        ],
        [
            """CREATE TABLE "Customers" ("Id" INTEGER PRIMARY KEY, "Name" TEXT NOT NULL)""",
            """restore: INSERT INTO "Customers" SELECT * FROM "migrations_kept_4_1" """,
        ]).Keeping("migrations_kept_4_1", "Customers");

    /// <summary>Overwrites values; what was edited afterwards stays edited.</summary>
    public static Draft Loud { get; } = Draft.Of(
        5,
        [
            """keep: CREATE TABLE "migrations_kept_5_1" AS SELECT "Id", "Name", upper("Name") AS "new", NULL AS "migrations_state" FROM "Customers" """,
            """UPDATE "Customers" SET "Name" = upper("Name")""",
        ],
        [
            """restore: UPDATE "migrations_kept_5_1" SET "migrations_state" = 'edited' FROM "Customers" c WHERE c."Id" = "migrations_kept_5_1"."Id" AND c."Name" <> "migrations_kept_5_1"."new" """,
            """restore: UPDATE "Customers" SET "Name" = k."Name" FROM "migrations_kept_5_1" k WHERE k."Id" = "Customers"."Id" AND k."migrations_state" IS NULL""",
        ]).Keeping("migrations_kept_5_1", "Customers", "Name");

    /// <summary>The customers, and what is done to them.</summary>
    public static MigrationBundle And(params Draft[] drafts) => Draft.Bundle([Customers, .. drafts]);

    /// <summary>Everybody, with and without the column.</summary>
    public const string Everybody = """SELECT * FROM "Customers" ORDER BY "Id" """;

    /// <summary>What the registry holds.</summary>
    public const string Registry = "SELECT name, source_table, source_columns, kept_rows, left_rows, deployment, state FROM migrations_kept ORDER BY id";

    /// <summary>The tables of kept data.</summary>
    public const string Tables = "SELECT name FROM sqlite_master WHERE type = 'table' AND name LIKE 'migrations!_kept!_%' ESCAPE '!' ORDER BY name";
}
