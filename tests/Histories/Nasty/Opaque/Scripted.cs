using System.Collections.Generic;
using FluentMigrator;
using FluentMigrator.Infrastructure;

namespace Nasty.Opaque;

// Trap: no Up and no Down to read; the statements are embedded scripts found by version, class and database.
[Migration(20250401_100800)]
public class Scripted(IEnumerable<IEmbeddedResourceProvider> providers) : AutoScriptMigration(providers);
