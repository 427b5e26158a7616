using FluentMigrator;

namespace Nasty.Opaque;

// Trap: what it does depends on what is there; a table made two lines above does not exist yet.
[Migration(20250401_100100)]
public class GuardedByAnswers : Migration
{
    public override void Up()
    {
        Create.Table("scans").WithColumn("parcel_id").AsInt64().NotNullable();

        if (Schema.Table("scans").Exists())
        {
            Create.Index("ix_scans_parcel_id").OnTable("scans").OnColumn("parcel_id").Ascending();
        }

        if (!Schema.Table("parcels").Column("height").Exists())
        {
            Alter.Table("parcels").AddColumn("height").AsDecimal(10, 3).Nullable();
        }
    }

    public override void Down()
    {
        if (Schema.Table("parcels").Index("ix_parcels_code").Exists())
        {
            Delete.Index("ix_parcels_code").OnTable("parcels");
        }

        Delete.Column("height").FromTable("parcels");
        Delete.Table("scans");
    }
}
