using System.Data;
using Crm.Migrations.Shared;
using FluentMigrator;
using Migrations.Build;

namespace Crm.Migrations.Release2;

[Migration(20240529_143000, "Who wants to hear about what")]
[Rationale("A row for each user and form; no row means silence.", Ticket = "CRM-71", Owner = "Automation")]
public class CreateNotificationPreferences : Migration
{
    public override void Up()
    {
        Create.Table("notification_preferences")
            .WithId()
            .WithColumn("user_id").AsInt64().NotNullable()
            .ForeignKey("fk_notification_preferences_user_id", "users", "id").OnDelete(Rule.Cascade)
            .WithReference("notification_preferences", "form_id", "forms").OnDelete(Rule.Cascade)
            .WithColumn("by_mail").AsBoolean().NotNullable().WithDefaultValue(true)
            .WithColumn("by_push").AsBoolean().NotNullable().WithDefaultValue(false)
            .WithColumn("quiet_from").AsTime().Nullable()
            .WithColumn("quiet_until").AsTime().Nullable();

        Create.UniqueConstraint("uq_notification_preferences").OnTable("notification_preferences").Columns("user_id", "form_id");
    }

    public override void Down() => Delete.Table("notification_preferences");
}
