using Migrations.Build.Model.Databases;
using Migrations.Build.Model.Sql.Effects;
using Migrations.Build.Model.Sql.Reading;

namespace Migrations.Build.Model.Sql;

/// <summary>Tells what SQL text does. What is in comments and strings does nothing.</summary>
public static class SqlEffects
{
    /// <summary>The effects of every statement, in order; a statement that cannot be read has an unknown one.</summary>
    public static Items<SqlEffect> Read(string text, DatabaseKind db) =>
        StatementSplitter.Split(text, db, insideBatches: true).SelectMany(s => StatementReading.Read(s, db)).ToItems();
}
