using Migrations.Build.Model;
using Migrations.Build.Model.Databases;
using Migrations.Build.Model.Folding;
using Migrations.Build.Model.Histories;
using Migrations.Build.Model.Schemas;

namespace Migrations.Build.Builder.Reading.Extracting;

/// <summary>The schema that the migrations read so far leave on a database. Folded only when a migration asks, for most never do.</summary>
internal sealed class KnownSchema(DatabaseKind database)
{
    private readonly List<(Items<Step> Steps, Items<string> Touches)> _pending = [];
    private Schema _schema = Schema.Empty(database);

    /// <summary>The schema now.</summary>
    public Schema Now
    {
        get
        {
            foreach (var (steps, touches) in _pending)
            {
                _schema = Fold.Trace(_schema, steps, touches).After;
            }

            _pending.Clear();
            return _schema;
        }
    }

    /// <summary>Takes note of the steps of a migration's Up.</summary>
    public void Add(Items<Step> steps, Items<string> touches) => _pending.Add((steps, touches));
}
