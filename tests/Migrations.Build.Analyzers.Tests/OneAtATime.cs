// The builder reads an assembly in a folder that it makes the process's own.
[assembly: CollectionBehavior(DisableTestParallelization = true)]
