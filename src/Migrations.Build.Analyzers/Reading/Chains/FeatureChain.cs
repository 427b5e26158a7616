using Migrations.Build.Analyzers.Reading.Terms;
using Migrations.Build.Model;
using Migrations.Build.Model.Operations;

namespace Migrations.Build.Analyzers.Reading.Chains;

/// <summary>The options that the extensions for one database add, under the keys that FluentMigrator 8 keeps them by.</summary>
internal sealed class FeatureChain
{
    private const string Postgres = "FluentMigrator.Postgres";
    private const string SqlServer = "FluentMigrator.SqlServer";
    private const string MySql = "FluentMigrator.MySql";
    private readonly SortedDictionary<string, List<Func<Value>>> _features = new(StringComparer.Ordinal);

    /// <summary>The options so far, in the order of their keys.</summary>
    /// <exception cref="UntoldException">One is not known.</exception>
    public Items<Feature> All => _features.Select(f => new Feature(f.Key, f.Value.Select(v => v()).ToItems())).ToItems();

    public FeatureChain Copy()
    {
        var copy = new FeatureChain();
        foreach (var feature in _features)
        {
            copy._features.Add(feature.Key, [.. feature.Value]);
        }

        return copy;
    }

    /// <summary>Takes the option that a call sets; false where it is not known.</summary>
    public bool Read(Call call, bool ofConstraint = false)
    {
        Term? Argument(int place) => place < call.Arguments.Count ? call.Arguments[place].Value : null;
        Value Truth(int place) => Value.Of(Argument(place) is null || Told.Truth(Argument(place)));
        Value Text() => Value.Of(Told.Text(Argument(0)));
        switch (call.Namespace, call.Method)
        {
            case (Postgres, "Include"):
                return Append("PostgresIncludes", Text);
            case (SqlServer, "Include"):
                return Append(ofConstraint ? "SqlServerUniqueConstraintIncludes" : "SqlServerIncludes", Text);
            case (Postgres, "Filter"):
                return Set("PostgresIndexFilter", Text);
            case (SqlServer, "Filter"):
                return Set(ofConstraint ? "SqlServerUniqueConstraintFilter" : "SqlServerIndexFilter", Text);
            case (Postgres, "AsConcurrently"):
                return Set("PostgresConcurrently", () => Truth(0));
            case (Postgres, "AsOnly"):
                return Set("PostgresOnly", () => Truth(0));
            case (Postgres, "Fillfactor"):
                return Set("PostgresFillFactor", () => Told.Value(Argument(0)));
            case (Postgres, "Tablespace"):
                return Set("PostgresTablespace", Text);
            case (Postgres, "NullsFirst" or "NullsLast"):
                return Set("PostgresNulls", () => Value.Of(call.Method.Substring(5)));
            case (Postgres, "Nulls"):
                return Set("PostgresNulls", () => Value.Of(Told.Member(Argument(0))));
            case (Postgres or SqlServer, "NullsDistinct" or "NullsNotDistinct" or "UniqueNullsDistinct" or "UniqueNullsNotDistinct"):
                var distinct = !call.Method.EndsWith("NotDistinct", StringComparison.Ordinal);
                return Set(call.Namespace == Postgres ? "PostgresIndexColumnNullsDistinct" : "SqlServerIndexColumnNullsDistinct", () => distinct ? Truth(0) : Value.Of(false));
            case (Postgres, "UsingBTree" or "UsingHash" or "UsingGist" or "UsingSpgist" or "UsingGin" or "UsingBrin"):
                return Set("PostgresIndexAlgorithm", () => Value.Of(call.Method.Substring(5)));
            case (Postgres, "Using"):
                return Set("PostgresIndexAlgorithm", () => Value.Of(Told.Member(Argument(0))));
            case (MySql, "UsingBTree" or "UsingHash"):
                return Set("MySqlIndexType", () => Value.Of(call.Method.Substring(5)));
            case (MySql, "Using"):
                return Set("MySqlIndexType", () => Value.Of(Told.Member(Argument(0))));
            case (Postgres, "Identity" or "AddIdentity" or "SetIdentity"):
                return Set("PostgresIdentityGeneration", () => Value.Of(Told.Member(Argument(0)))) & Set("PostgresIdentityModificationType", () => Value.Of(call.Method == "SetIdentity" ? "Set" : "Add"));
            case (Postgres, "DropIdentity"):
                return Set("PostgresIdentityModificationType", () => Value.Of(Told.Truth(Argument(0)) ? "DropIfExists" : "Drop"));
            case (Postgres, "WithOverridingSystemValue" or "WithOverridingUserValue"):
                return Set("PostgresOverridingIdentityValues", () => Value.Of(call.Method == "WithOverridingSystemValue" ? "System" : "User"));
            case (SqlServer, "Identity") when call.Arguments.Count == 2:
                return Set("SqlServerIdentitySeed", () => Whole(Argument(0))) & Set("SqlServerIdentityIncrement", () => Whole(Argument(1)));
            case (SqlServer, "Online"):
                return Set("SqlServerOnlineIndex", () => Truth(0));
            case (SqlServer, "RowGuid"):
                return Set("SqlServerRowGuidColumn", () => Value.Of(true));
            case (SqlServer, "Sparse"):
                return Set("SqlServerSparseColumn", () => Value.Of(true));
            case (SqlServer, "Authorization"):
                return Set("SqlServerSchemaAuthorization", Text);
            case (SqlServer, "WithIdentityInsert"):
                return Set("SqlServerIdentityInsert", () => Value.Of(true));
            case (SqlServer, "Clustered" or "NonClustered"):
                return Set("SqlServerConstraintType", () => Value.Of(call.Method));
            default:
                return false;
        }
    }

    private static Value Whole(Term? term) => Value.Of(Told.Long(term) ?? throw new UntoldException("a number is missing"));

    private bool Set(string key, Func<Value> value)
    {
        _features[key] = [value];
        return true;
    }

    private bool Append(string key, Func<Value> value)
    {
        if (!_features.TryGetValue(key, out var values))
        {
            _features.Add(key, values = []);
        }

        values.Add(value);
        return true;
    }
}
