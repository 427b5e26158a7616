using System.Reflection;
using Migrations.Build.Model.Histories;

namespace Migrations.Build.Bundle.Tests.Reading;

public sealed class RecordTests
{
    /// <summary>Reflection lists a type's own members first and its base's last, and natively nothing else tells their order.</summary>
    [Fact]
    public void No_record_that_can_be_written_inherits_members()
    {
        var records = new[] { typeof(Migration).Assembly, typeof(MigrationBundle).Assembly }.SelectMany(a => a.GetTypes()).Where(t => t.GetMethod("<Clone>$") is not null).ToArray();
        Assert.True(records.Length > 100);
        Assert.Empty(records.SelectMany(t => t.GetProperties(BindingFlags.Public | BindingFlags.Instance).Where(p => p.CanWrite && p.DeclaringType != t)).Select(p => $"{p.ReflectedType!.Name}.{p.Name}"));
    }
}
