using Migrations.Build.Analyzers.Reading.Terms;
using Migrations.Build.Model;
using Migrations.Build.Model.Operations;

namespace Migrations.Build.Analyzers.Reading.Chains;

/// <summary>A column as its calls say it.</summary>
internal sealed class ColumnChain(Slots slots, Term? name, bool isAlter)
{
    private readonly List<Func<NamedText>> _descriptions = [];
    private FeatureChain _features = new();
    private Func<ColumnType> _type = () => new(TypeKind.Unspecified);
    private Term? _default;
    private Term? _existing;
    private Term? _collation;
    private Term? _description;
    private Term? _keyName;
    private Func<Computed>? _computed;
    private bool? _nullable;
    private bool? _said;
    private bool _identity;
    private bool _key;
    private object? _tightening;
    private Func<ForeignKey>? _reference;
    private Term? _onDelete;
    private Term? _onUpdate;

    public bool HasType { get; private set; }

    /// <summary>The column.</summary>
    /// <exception cref="UntoldException">A part of it is not known.</exception>
    public Column Column => new(Told.Text(name), _type())
    {
        Nullable = _nullable,
        Default = _default is null ? null : Told.Value(_default),
        Identity = _identity,
        PrimaryKey = _key,
        PrimaryKeyName = _key ? Told.OptionalText(_keyName) ?? (isAlter ? null : "PK_" + slots.Name.Name) : Told.OptionalText(_keyName),
        Computed = _computed?.Invoke(),
        Collation = Told.OptionalText(_collation),
        Description = Told.OptionalText(_description),
        Descriptions = _descriptions.Select(d => d()).ToItems(),
        Features = _features.All,
        ExistingRows = _existing is null ? null : new(Told.Value(_existing), _said),
    };

    /// <summary>Reads a call about the column; false where it is about something else.</summary>
    public bool Read(int at, Call call)
    {
        Term? Argument(int place) => place < call.Arguments.Count ? call.Arguments[place].Value : null;
        Term? Named(string parameter) => call.Arguments.FirstOrDefault(a => a.Parameter == parameter)?.Value;
        if (ColumnTypes.Read(call) is { } type)
        {
            (_type, HasType) = (type, true);
            _collation = Named("collationName") ?? _collation;
            return true;
        }

        switch (call.Method)
        {
            case "Nullable":
                _said = true;
                SetNullable(at, true);
                return true;
            case "NotNullable":
                _said = false;
                SetNullable(at, false);
                return true;
            case "Identity" when call.Arguments.Count == 0:
                _identity = true;
                return true;
            case "PrimaryKey":
                (_key, _keyName) = (true, Argument(0) ?? _keyName);
                return true;
            case "WithDefault" or "WithDefaultValue":
                _default = Argument(0);
                if (isAlter)
                {
                    var value = _default;
                    slots.Add(at, () => new SetDefault(slots.Name, Told.Text(name), Told.Value(value)));
                }

                return true;
            case "WithColumnDescription":
                _description = Argument(0);
                return true;
            case "WithColumnAdditionalDescription":
                _descriptions.Add(() => new(Told.Text(Argument(0)), Told.Text(Argument(1))));
                return true;
            case "WithColumnAdditionalDescriptions":
                // FluentMigrator 8.0.1 checks them and forgets them.
                return true;
            case "Computed":
                _computed = () => new(Told.Text(Argument(0)), Argument(1) is not null && Told.Truth(Argument(1)));
                return true;
            case "Unique" or "Indexed":
                slots.Add(at, () => Index(Told.OptionalText(Argument(0)), call.Method == "Unique"));
                return true;
            case "ForeignKey" when call.Arguments.Count == 0:
                return true;
            case "ForeignKey":
                Refer(at, () => new(
                    Told.OptionalText(Named("foreignKeyName")) ?? "",
                    slots.Name,
                    Items.Of(Told.Text(name)),
                    new(Told.OptionalText(Named("primaryTableSchema")), Told.Text(Named("primaryTableName"))),
                    Items.Of(Told.Text(Named("primaryColumnName")))));
                return true;
            case "ReferencedBy":
                Refer(at, () => new(
                    Told.OptionalText(Named("foreignKeyName")) ?? "",
                    new(Told.OptionalText(Named("foreignTableSchema")), Told.Text(Named("foreignTableName"))),
                    Items.Of(Told.Text(Named("foreignColumnName"))),
                    slots.Name,
                    Items.Of(Told.Text(name))));
                return true;
            case "OnDelete" or "OnUpdate" or "OnDeleteOrUpdate" when _reference is not null:
                _onDelete = call.Method == "OnUpdate" ? _onDelete : Argument(0);
                _onUpdate = call.Method == "OnDelete" ? _onUpdate : Argument(0);
                return true;
            case "SetExistingRowsTo":
                SetExistingRows(at, Argument(0));
                return true;
            default:
                // The extensions' identities are identities too.
                _identity |= call.Method.EndsWith("Identity", StringComparison.Ordinal);
                return _features.Read(call);
        }
    }

    // A column that gets a value in existing rows is made nullable, and tightened when every row has it.
    private void SetNullable(int at, bool nullable)
    {
        if (_existing is null || isAlter)
        {
            _nullable = nullable;
            return;
        }

        if (nullable && _tightening is { } tightening)
        {
            slots.Remove(tightening);
            _tightening = null;
        }
        else if (!nullable && _tightening is null)
        {
            // The altered column is a copy of what was said so far.
            var copy = Frozen();
            _tightening = slots.Add(at, () => new AlterColumn(slots.Name, copy()));
        }

        _nullable = true;
    }

    private void SetExistingRows(int at, Term? value)
    {
        var first = _existing is null;
        _existing = value;
        if (first && !isAlter)
        {
            slots.Add(at, () => new UpdateRows(slots.Name, Items.Of(new Cell(Told.Text(name), Told.Value(_existing))), Items<Cell>.Empty, true));
            SetNullable(at, _nullable ?? true);
        }
    }

    private Func<Column> Frozen()
    {
        var copy = new ColumnChain(slots, name, isAlter: true)
        {
            _type = _type,
            _default = _default,
            _collation = _collation,
            _description = _description,
            _keyName = _keyName,
            _computed = _computed,
            _nullable = false,
            _identity = _identity,
            _key = _key,
        };
        copy._descriptions.AddRange(_descriptions);
        copy._features = _features.Copy();
        return () => copy.Column;
    }

    private CreateIndex Index(string? index, bool unique)
    {
        var column = Told.Text(name);
        return new(new TableIndex(index ?? $"IX_{slots.Name.Name}_{column}", slots.Name, Items.Of(new IndexColumn(column))) { Unique = unique });
    }

    private void Refer(int at, Func<ForeignKey> reference)
    {
        (_reference, _onDelete, _onUpdate) = (reference, null, null);
        var own = this;
        slots.Add(at, () =>
        {
            var last = ReferenceEquals(own._reference, reference);
            return ForeignKeyChains.Add(reference(), last ? own._onDelete : null, last ? own._onUpdate : null);
        });
    }
}
