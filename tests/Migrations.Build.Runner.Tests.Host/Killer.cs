using System.Runtime.CompilerServices;
using System.Runtime.InteropServices;
using Migrations.Build.Bundle;
using Migrations.Build.Bundle.Parts;
using Migrations.Build.Model.Databases;
using Migrations.Build.Runner.Progress;

namespace Migrations.Build.Runner.Tests.Host;

/// <summary>
/// Kills its own process, as <c>kill -9</c> does, at a moment that is chosen to the instruction. It listens to SQLite itself (each connection
/// that opens is traced; the file system calls of its VFS are replaced), so that the runner needs no door for it.
/// </summary>
internal static unsafe partial class Killer
{
    private const int SigKill = 9;
    private const uint TraceStatement = 1;
    private const uint TraceProfile = 2;

    private static Moment s_moment;
    private static long s_version;
    private static int s_number;
    private static Statement? s_statement;
    private static bool s_inMigration;
    private static int s_done;
    private static IntPtr s_running;
    private static int s_instructions;
    private static delegate* unmanaged[Cdecl]<int, byte*, nint, long, nint> s_write;
    private static delegate* unmanaged[Cdecl]<byte*, int> s_unlink;
    private static delegate* unmanaged[Cdecl]<int, long, int> s_truncate;

    /// <summary>How often files were changed since the migration began.</summary>
    public static int Changes { get; private set; }

    /// <summary>Waits for the moment: at a statement of a migration, or at the change of that number since the migration began.</summary>
    public static void Arm(MigrationBundle bundle, Direction direction, Moment moment, long version, int number)
    {
        (s_moment, s_version, s_number) = (moment, version, number);
        if (moment is Moment.Before or Moment.During or Moment.After)
        {
            s_statement = bundle.Statements(bundle.Manifest.Migrations.Single(m => m.Version == version), DatabaseKind.Sqlite, direction)[number - 1];
        }

        SQLitePCL.Batteries_V2.Init();
        _ = AutoExtension(&Opened);
        Replace();
    }

    /// <summary>Follows the run.</summary>
    public static void Hear(RunEvent told)
    {
        switch (told)
        {
            case MigrationStarted started:
                (s_inMigration, s_done) = (started.Version == s_version || s_inMigration, 0);
                break;
            case StatementDone done:
                s_done = done.Version == s_version ? done.Number : s_done;
                break;
        }
    }

    [UnmanagedCallersOnly(CallConvs = [typeof(CallConvCdecl)])]
    private static int Opened(IntPtr database, IntPtr error, IntPtr api)
    {
        _ = Trace(database, TraceStatement | TraceProfile, &Traced, 0);
        ProgressHandler(database, 1, &Stepped, 0);
        return 0;
    }

    [UnmanagedCallersOnly(CallConvs = [typeof(CallConvCdecl)])]
    private static int Traced(uint what, IntPtr context, IntPtr statement, IntPtr text)
    {
        if (s_statement is null || !s_inMigration)
        {
            return 0;
        }

        if (what == TraceProfile && s_running == statement)
        {
            Die();
        }

        if (what == TraceStatement && s_running == 0 && s_done == s_number - 1 && IsMeant(Marshal.PtrToStringUTF8(Sql(statement))!))
        {
            if (s_moment == Moment.Before)
            {
                Die();
            }

            s_running = statement;
            s_instructions = s_moment == Moment.During ? 1 + (int)((s_version / 100 + (s_number * 7)) % 40) : int.MaxValue;
        }

        return 0;
    }

    // A code step runs statements of its own: each that is none of the runner's is one.
    private static bool IsMeant(string sql) => s_statement!.Kind == StatementKind.Code
        ? sql.StartsWith("UPDATE", StringComparison.Ordinal) && !sql.Contains("migrations_", StringComparison.Ordinal)
        : s_statement.Text.Contains(sql.Trim().TrimEnd(';'), StringComparison.Ordinal);

    [UnmanagedCallersOnly(CallConvs = [typeof(CallConvCdecl)])]
    private static int Stepped(IntPtr context)
    {
        if (s_running != 0 && --s_instructions <= 0)
        {
            Die();
        }

        return 0;
    }

    [UnmanagedCallersOnly(CallConvs = [typeof(CallConvCdecl)])]
    private static nint Write(int file, byte* bytes, nint count, long at)
    {
        if (IsNow())
        {
            s_write(file, bytes, count / 2, at);
            Die();
        }

        return s_write(file, bytes, count, at);
    }

    [UnmanagedCallersOnly(CallConvs = [typeof(CallConvCdecl)])]
    private static int Unlink(byte* path)
    {
        if (IsNow())
        {
            Die();
        }

        return s_unlink(path);
    }

    [UnmanagedCallersOnly(CallConvs = [typeof(CallConvCdecl)])]
    private static int Truncate(int file, long length)
    {
        if (IsNow())
        {
            Die();
        }

        return s_truncate(file, length);
    }

    private static bool IsNow() => s_inMigration && ++Changes == s_number && s_moment == Moment.Change;

    // https://sqlite.org/c3ref/vfs.html: the members are pointers, after three ints and their padding.
    private static void Replace()
    {
        var vfs = FindVfs(0);
        var members = (IntPtr*)(vfs + 16);
        var set = (delegate* unmanaged[Cdecl]<IntPtr, byte*, IntPtr, int>)members[16];
        var get = (delegate* unmanaged[Cdecl]<IntPtr, byte*, IntPtr>)members[17];
        s_write = (delegate* unmanaged[Cdecl]<int, byte*, nint, long, nint>)Replace(vfs, get, set, "pwrite64", (IntPtr)(delegate* unmanaged[Cdecl]<int, byte*, nint, long, nint>)&Write);
        if (s_write == null)
        {
            s_write = (delegate* unmanaged[Cdecl]<int, byte*, nint, long, nint>)Replace(vfs, get, set, "pwrite", (IntPtr)(delegate* unmanaged[Cdecl]<int, byte*, nint, long, nint>)&Write);
        }

        s_unlink = (delegate* unmanaged[Cdecl]<byte*, int>)Replace(vfs, get, set, "unlink", (IntPtr)(delegate* unmanaged[Cdecl]<byte*, int>)&Unlink);
        s_truncate = (delegate* unmanaged[Cdecl]<int, long, int>)Replace(vfs, get, set, "ftruncate", (IntPtr)(delegate* unmanaged[Cdecl]<int, long, int>)&Truncate);
    }

    private static IntPtr Replace(
        IntPtr vfs, delegate* unmanaged[Cdecl]<IntPtr, byte*, IntPtr> get, delegate* unmanaged[Cdecl]<IntPtr, byte*, IntPtr, int> set, string call, IntPtr ours)
    {
        fixed (byte* name = System.Text.Encoding.ASCII.GetBytes(call + "\0"))
        {
            var known = get(vfs, name);
            return known == 0 || set(vfs, name, ours) != 0 ? 0 : known;
        }
    }

    private static void Die()
    {
        _ = Kill(Environment.ProcessId, SigKill);
        Thread.Sleep(Timeout.Infinite);
    }

    [LibraryImport("libc", EntryPoint = "kill")]
    private static partial int Kill(int process, int signal);

    [LibraryImport("e_sqlite3", EntryPoint = "sqlite3_auto_extension")]
    private static partial int AutoExtension(delegate* unmanaged[Cdecl]<IntPtr, IntPtr, IntPtr, int> opened);

    [LibraryImport("e_sqlite3", EntryPoint = "sqlite3_trace_v2")]
    private static partial int Trace(IntPtr database, uint mask, delegate* unmanaged[Cdecl]<uint, IntPtr, IntPtr, IntPtr, int> traced, IntPtr context);

    [LibraryImport("e_sqlite3", EntryPoint = "sqlite3_progress_handler")]
    private static partial void ProgressHandler(IntPtr database, int instructions, delegate* unmanaged[Cdecl]<IntPtr, int> stepped, IntPtr context);

    [LibraryImport("e_sqlite3", EntryPoint = "sqlite3_sql")]
    private static partial IntPtr Sql(IntPtr statement);

    [LibraryImport("e_sqlite3", EntryPoint = "sqlite3_vfs_find")]
    private static partial IntPtr FindVfs(IntPtr name);
}
