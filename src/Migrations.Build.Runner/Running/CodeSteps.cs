using System.Data;
using System.Reflection;
using System.Runtime.CompilerServices;
using System.Runtime.ExceptionServices;
using Migrations.Build.Bundle;
using Migrations.Build.Bundle.Parts;
using Migrations.Build.Model.Canonical;
using Migrations.Build.Model.Rules.Toolchain;
using Migrations.Build.Runner.Databases;

namespace Migrations.Build.Runner.Running;

/// <summary>Runs the code steps of a bundle: the method that a statement names, from the assembly whose digest the bundle states.</summary>
internal sealed class CodeSteps(MigrationBundle? bundle)
{
    private CodeContext? _context;

    /// <summary>Whether the code that a migration needs can be had.</summary>
    public bool Has(CodeReference step) => Bytes(step.Assembly) is { } bytes && Digest.Of(bytes) == step.AssemblyDigest;

    /// <summary>Runs a step, in the open transaction where there is one, and waits for its end.</summary>
    public Task RunAsync(ISession session, Work work, Statement statement, CancellationToken cancel)
    {
        cancel.ThrowIfCancellationRequested();
        if (!RuntimeFeature.IsDynamicCodeSupported)
        {
            throw new PlatformNotSupportedException("A program that was compiled natively cannot load the code of a bundle.");
        }

        // What reflects stands behind the question, so that the native compiler leaves it out.
        return InvokeAsync(session, work, statement, cancel);
    }

    private async Task InvokeAsync(ISession session, Work work, Statement statement, CancellationToken cancel)
    {
        var method = Find(work, statement.Text);
        try
        {
            var target = method.IsStatic ? null : Activator.CreateInstance(method.DeclaringType!, nonPublic: true);
            if (method.Invoke(target, BindingFlags.DoNotWrapExceptions, null, [session.Connection, session.Transaction], null) is Task task)
            {
                await task.ConfigureAwait(false);
            }
        }
        catch (Exception e) when (e is not OperationCanceledException || !cancel.IsCancellationRequested)
        {
            throw new DatabaseException(Refused.Statement, Thrown(e), e);
        }
    }

    private MethodInfo Find(Work work, string text)
    {
        var at = text.LastIndexOf('@');
        var colons = text.IndexOf("::", StringComparison.Ordinal);
        if (at < 0 || colons < 0 || colons > at)
        {
            throw Unusable(text, "it is not written as 'Type::Method@Assembly'");
        }

        var (type, name, assembly) = (text[..colons], text[(colons + 2)..at], text[(at + 1)..]);
        if (!work.CodeSteps.Any(s => s.Type == type && s.Method == name && s.Assembly == assembly && Has(s)))
        {
            throw Unusable(text, bundle is null ? "no bundle was given that holds its assembly" : "the bundle does not hold its assembly with the digest that it states");
        }

        try
        {
            _context ??= new(Bytes);
            var method = Methods(_context.LoadFromBundle(assembly), type, name).FirstOrDefault() ?? throw Unusable(text, "its assembly has no such method");
            return method.ReturnType == typeof(void) && method.IsDefined(typeof(AsyncStateMachineAttribute), inherit: false)
                ? throw Unusable(text, "it is 'async void', so nobody can wait for its end or hear of its failure")
                : method;
        }
        catch (Exception e) when (e is BadImageFormatException or IOException or TypeLoadException)
        {
            throw Unusable(text, "its assembly cannot be loaded");
        }
    }

    private byte[]? Bytes(string assembly) => bundle?.Part(PartNames.Code + assembly) ?? bundle?.Part(PartNames.Code + assembly + ".dll");

    private static IEnumerable<MethodInfo> Methods(Assembly assembly, string type, string name) => assembly.GetType(type)?
        .GetMethods(BindingFlags.Public | BindingFlags.NonPublic | BindingFlags.Static | BindingFlags.Instance | BindingFlags.DeclaredOnly)
        .Where(m => m.Name == name && m.GetParameters() is [var c, var t] && c.ParameterType == typeof(IDbConnection) && t.ParameterType == typeof(IDbTransaction)) ?? [];

    private static CheckFailedException Unusable(string step, string why) =>
        new((w, effect) => CodeStepUnusable.Rule.Says(w.Version, w.Class, step, why, effect));

    // What the code says of its failure may quote a row; what it threw, and where, does not.
    private static string Thrown(Exception e)
    {
        var frame = new System.Diagnostics.StackTrace(e).GetFrame(0)?.GetMethod();
        return $"its code threw {e.GetType().FullName}" + (frame is null ? "" : $" in {frame.DeclaringType?.FullName}.{frame.Name}");
    }
}
