using System.Globalization;
using Migrations.Build.Model;
using Migrations.Build.Model.Databases;
using Migrations.Build.Model.Operations;

namespace Migrations.Build.Builder.Features;

/// <summary>The few shapes that the values of features have.</summary>
internal static class FeatureShapes
{
    public static KnownFeature Text(string key, DatabaseKind engine, FeatureLoss loss) =>
        new(key, engine, loss, v => Items.Of(Value.Of((string)v)), v => v[0].Text!);

    public static KnownFeature Truth(string key, DatabaseKind engine, FeatureLoss loss) =>
        new(key, engine, loss, v => Items.Of(Value.Of((bool)v)), v => v[0].Text == "true");

    public static KnownFeature Int(string key, DatabaseKind engine, FeatureLoss loss) =>
        new(key, engine, loss, v => Items.Of(Value.Of((int)v)), v => int.Parse(v[0].Text!, CultureInfo.InvariantCulture));

    public static KnownFeature Long(string key, DatabaseKind engine, FeatureLoss loss) =>
        new(key, engine, loss, v => Items.Of(Value.Of((long)v)), v => long.Parse(v[0].Text!, CultureInfo.InvariantCulture));

    /// <summary>FluentMigrator takes an <c>int</c> or a <c>long</c> here, and its generator an <c>int</c> only.</summary>
    public static KnownFeature IntOrLong(string key, DatabaseKind engine, FeatureLoss loss) =>
        new(key, engine, loss, v => Items.Of(Value.Of(Convert.ToInt64(v, CultureInfo.InvariantCulture))), v =>
        {
            var number = long.Parse(v[0].Text!, CultureInfo.InvariantCulture);
            return number is >= int.MinValue and <= int.MaxValue ? (object)(int)number : number;
        });

    public static KnownFeature Member<T>(string key, DatabaseKind engine, FeatureLoss loss)
        where T : struct, Enum => Wrapped<T, T>(key, engine, loss, v => v, v => v);

    /// <summary>A member of an enumeration inside a definition object.</summary>
    public static KnownFeature Wrapped<TDefinition, TEnum>(
        string key, DatabaseKind engine, FeatureLoss loss, Func<TDefinition, TEnum> unwrap, Func<TEnum, TDefinition> wrap)
        where TEnum : struct, Enum
        where TDefinition : notnull =>
        new(key, engine, loss, v => Items.Of(Value.Of(unwrap((TDefinition)v).ToString())), v => wrap(Enum.Parse<TEnum>(v[0].Text!)));

    public static KnownFeature Switch<TDefinition>(
        string key, DatabaseKind engine, FeatureLoss loss, Func<TDefinition, bool> unwrap, Func<bool, TDefinition> wrap)
        where TDefinition : notnull =>
        new(key, engine, loss, v => Items.Of(Value.Of(unwrap((TDefinition)v))), v => wrap(v[0].Text == "true"));

    public static KnownFeature Columns<TDefinition>(
        string key, DatabaseKind engine, FeatureLoss loss, Func<TDefinition, string> unwrap, Func<string, TDefinition> wrap) =>
        new(
            key,
            engine,
            loss,
            v => ((IEnumerable<TDefinition>)v).Select(d => Value.Of(unwrap(d))).ToItems(),
            v => v.Select(name => wrap(name.Text!)).ToList());
}
