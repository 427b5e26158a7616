using Crm.Migrations.Shared;
using FluentMigrator;
using Migrations.Build;

namespace Crm.Migrations.Release1;

[Migration(20240207_100000, "Writes down every change of a record's title")]
[Rationale("Imports and scripts bypass the application; the auditors want their changes too.", Ticket = "CRM-31", Owner = "Security")]
public class AuditTitleChanges : Migration
{
    public override void Up()
        => this.SqlPerEngine(
            sqlite:
            """
            CREATE TRIGGER records_audit_title AFTER UPDATE OF title ON records
            WHEN OLD.title <> NEW.title
            BEGIN
                INSERT INTO audit_entries (actor, action, entity, entity_id, details)
                VALUES (NEW.updated_by, 'title-changed', 'records', NEW.id, OLD.title);
            END
            """,
            postgres:
            """
            CREATE FUNCTION records_audit_title() RETURNS trigger LANGUAGE plpgsql AS $body$
            BEGIN
                INSERT INTO audit_entries (actor, action, entity, entity_id, details)
                VALUES (NEW.updated_by, 'title-changed', 'records', NEW.id, OLD.title);
                RETURN NULL;
            END
            $body$;
            CREATE TRIGGER records_audit_title AFTER UPDATE OF title ON records
            FOR EACH ROW WHEN (OLD.title IS DISTINCT FROM NEW.title) EXECUTE FUNCTION records_audit_title();
            """,
            mySql:
            """
            CREATE TRIGGER records_audit_title AFTER UPDATE ON records FOR EACH ROW
            INSERT INTO audit_entries (actor, action, entity, entity_id, details)
            SELECT NEW.updated_by, 'title-changed', 'records', NEW.id, OLD.title FROM DUAL WHERE OLD.title <> NEW.title
            """,
            sqlServer:
            """
            CREATE TRIGGER records_audit_title ON records AFTER UPDATE AS
            BEGIN
                SET NOCOUNT ON;
                INSERT INTO audit_entries (actor, action, entity, entity_id, details)
                SELECT i.updated_by, 'title-changed', 'records', i.id, d.title
                FROM inserted i JOIN deleted d ON d.id = i.id
                WHERE i.title <> d.title;
            END
            """);

    public override void Down()
        => this.SqlPerEngine(
            sqlite: "DROP TRIGGER records_audit_title",
            postgres: "DROP TRIGGER records_audit_title ON records; DROP FUNCTION records_audit_title();",
            mySql: "DROP TRIGGER records_audit_title",
            sqlServer: "DROP TRIGGER records_audit_title");
}
