using FluentMigrator;
using Migrations.Build;

namespace Pipelines.Migrations;

[Migration(20250210_090000, "Bookings of a room for some hours")]
[Rationale("The first table; something for the pipeline to carry.")]
public class CreateBookings : AutoReversingMigration
{
    public override void Up()
    {
        Create.Table("bookings")
            .WithColumn("id").AsInt64().NotNullable().PrimaryKey().Identity()
            .WithColumn("room").AsString(50).NotNullable()
            .WithColumn("starts_at").AsDateTime().NotNullable()
            .WithColumn("hours").AsInt16().NotNullable().WithDefaultValue(1);

        Create.Index("ix_bookings_room_starts_at").OnTable("bookings")
            .OnColumn("room").Ascending()
            .OnColumn("starts_at").Descending();
    }
}
