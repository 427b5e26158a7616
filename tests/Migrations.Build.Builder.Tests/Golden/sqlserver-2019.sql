-- == table
CREATE TABLE [dbo].[Things] ([Id] INT NOT NULL IDENTITY(1,1), [Name] NVARCHAR(255), [Fixed] NCHAR(3) NOT NULL, CONSTRAINT [PK_Things] PRIMARY KEY ([Id]));
--
-- == table with every type
CREATE TABLE [dbo].[Types] ([TheAnsiString] VARCHAR(255), [TheAnsiStringFixedLength] CHAR(255), [TheBinary] VARBINARY(8000), [TheBoolean] BIT, [TheByte] TINYINT, [TheCurrency] MONEY, [TheDate] DATE, [TheDateTime] DATETIME, [TheDateTime2] DATETIME2, [TheDecimal] DECIMAL(19,5), [TheDouble] DOUBLE PRECISION, [TheGuid] UNIQUEIDENTIFIER, [TheInt16] SMALLINT, [TheInt32] INT, [TheInt64] BIGINT, [TheSingle] REAL, [TheString] NVARCHAR(255), [TheStringFixedLength] NCHAR(255), [TheTime] TIME, [TheCustom] integer NOT NULL);
--
-- == table with a date and an offset
CREATE TABLE [dbo].[Offsets] ([At] DATETIMEOFFSET);
--
-- == table with xml
CREATE TABLE [dbo].[Documents] ([Body] XML);
--
-- == table with defaults
CREATE TABLE [dbo].[Defaults] ([Text] NVARCHAR(20) CONSTRAINT [DF_Defaults_Text] DEFAULT N'it''s', [Truth] BIT CONSTRAINT [DF_Defaults_Truth] DEFAULT 1, [Number] DECIMAL(19,5) CONSTRAINT [DF_Defaults_Number] DEFAULT 1.50, [At] DATETIME2 CONSTRAINT [DF_Defaults_At] DEFAULT CAST('2024-02-29T12:34:56.1234567' AS DATETIME2), [Now] DATETIME CONSTRAINT [DF_Defaults_Now] DEFAULT GETDATE(), [Utc] DATETIME CONSTRAINT [DF_Defaults_Utc] DEFAULT GETUTCDATE(), [Nothing] NVARCHAR(20) CONSTRAINT [DF_Defaults_Nothing] DEFAULT NULL);
--
-- == table with a made key and a user
CREATE TABLE [dbo].[Keys] ([Key] UNIQUEIDENTIFIER CONSTRAINT [DF_Keys_Key] DEFAULT NEWID());
--
-- == table with a composite key
CREATE TABLE [dbo].[Pairs] ([A] INT NOT NULL, [B] INT NOT NULL, CONSTRAINT [PK_Pairs] PRIMARY KEY ([A], [B]));
--
-- == table with computed columns
CREATE TABLE [dbo].[Sums] ([A] INT, [B] AS (1 + 1) PERSISTED, [D] AS (1 + 2));
--
-- == table with descriptions
CREATE TABLE [dbo].[Told] ([A] INT, [B] INT);
--
EXEC sys.sp_addextendedproperty @name = N'MS_Description', @value = N'It''s told', @level0type = N'SCHEMA', @level0name = N'dbo', @level1type = N'TABLE', @level1name = N'Told';
--
EXEC sys.sp_addextendedproperty @name = N'MS_Description', @value = N'The first', @level0type = N'SCHEMA', @level0name = N'dbo', @level1type = N'TABLE', @level1name = N'Told', @level2type = N'COLUMN', @level2name = N'A';
--
EXEC sys.sp_addextendedproperty @name = N'MS_Description', @value = N'The ''second''
Unit:kg', @level0type = N'SCHEMA', @level0name = N'dbo', @level1type = N'TABLE', @level1name = N'Told', @level2type = N'COLUMN', @level2name = N'B';
--
-- == table in a schema
CREATE SCHEMA [sales];
--
CREATE TABLE [sales].[Things] ([Id] INT);
--
-- == table with foreign keys
CREATE TABLE [dbo].[Trees] ([Id] INT NOT NULL IDENTITY(1,1), [Parent] INT, [CustomerId] INT, CONSTRAINT [PK_Trees] PRIMARY KEY ([Id]));
--
ALTER TABLE [dbo].[Trees] ADD CONSTRAINT [FK_Trees] FOREIGN KEY ([Parent]) REFERENCES [dbo].[Trees] ([Id]) ON DELETE CASCADE ON UPDATE SET NULL;
--
-- == table with a key added later
CREATE TABLE [dbo].[Late] ([A] INT NOT NULL);
--
ALTER TABLE [dbo].[Late] ADD CONSTRAINT [PK_Late] PRIMARY KEY ([A]);
--
-- == drop table
DROP TABLE [dbo].[Orders];
--
-- == drop table if exists
IF OBJECT_ID('[dbo].[Orders]','U') IS NOT NULL DROP TABLE [dbo].[Orders];
--
-- == drop table of a schema if exists
IF OBJECT_ID('[sales].[Orders]','U') IS NOT NULL DROP TABLE [sales].[Orders];
--
-- == rename table
sp_rename N'[dbo].[Orders]', N'Purchases';
--
-- == describe table
IF EXISTS (SELECT * FROM fn_listextendedproperty(N'MS_Description', N'SCHEMA', N'dbo', N'TABLE', N'Orders', NULL, NULL))
    EXEC sys.sp_dropextendedproperty @name = N'MS_Description', @level0type = N'SCHEMA', @level0name = N'dbo', @level1type = N'TABLE', @level1name = N'Orders';
EXEC sys.sp_addextendedproperty @name = N'MS_Description', @value = N'What a customer''s order is', @level0type = N'SCHEMA', @level0name = N'dbo', @level1type = N'TABLE', @level1name = N'Orders';
--
-- == move table
CREATE SCHEMA [sales];
--
ALTER SCHEMA [sales] TRANSFER [dbo].[Orders];
--
-- == add column
ALTER TABLE [dbo].[Orders] ADD [Note] NVARCHAR(100);
--
-- == add column with a default
ALTER TABLE [dbo].[Orders] ADD [Paid] BIT NOT NULL CONSTRAINT [DF_Orders_Paid] DEFAULT 0;
--
-- == add column with a description
ALTER TABLE [dbo].[Orders] ADD [Note] NVARCHAR(255);
--
EXEC sys.sp_addextendedproperty @name = N'MS_Description', @value = N'It''s a note
Owner:Sales', @level0type = N'SCHEMA', @level0name = N'dbo', @level1type = N'TABLE', @level1name = N'Orders', @level2type = N'COLUMN', @level2name = N'Note';
--
-- == add column with the time
ALTER TABLE [dbo].[Orders] ADD [Made] DATETIME CONSTRAINT [DF_Orders_Made] DEFAULT GETUTCDATE();
--
-- == add computed column
ALTER TABLE [dbo].[Orders] ADD [Twice] AS (1 * 2) PERSISTED;
--
-- == add column and foreign key
ALTER TABLE [dbo].[Orders] ADD [ParentId] INT;
--
ALTER TABLE [dbo].[Orders] ADD CONSTRAINT [FK_Orders_Parent] FOREIGN KEY ([ParentId]) REFERENCES [dbo].[Orders] ([Id]);
--
-- == add primary key column
CREATE TABLE [dbo].[Bare] ([A] INT);
--
ALTER TABLE [dbo].[Bare] ADD [Id] INT NOT NULL IDENTITY(1,1);
--
-- == alter column
ALTER TABLE [dbo].[Orders] ALTER COLUMN [Total] BIGINT NOT NULL;
--
IF EXISTS (SELECT * FROM fn_listextendedproperty(N'MS_Description', N'SCHEMA', N'dbo', N'TABLE', N'Orders', N'COLUMN', N'Total'))
    EXEC sys.sp_dropextendedproperty @name = N'MS_Description', @level0type = N'SCHEMA', @level0name = N'dbo', @level1type = N'TABLE', @level1name = N'Orders', @level2type = N'COLUMN', @level2name = N'Total';
EXEC sys.sp_addextendedproperty @name = N'MS_Description', @value = N'The total', @level0type = N'SCHEMA', @level0name = N'dbo', @level1type = N'TABLE', @level1name = N'Orders', @level2type = N'COLUMN', @level2name = N'Total';
--
-- == alter column without nullability
ALTER TABLE [dbo].[Customers] ALTER COLUMN [Name] NVARCHAR(200) NOT NULL;
--
-- == set default
DECLARE @default sysname, @sql nvarchar(max);

-- get name of default constraint
SELECT @default = name
FROM sys.default_constraints
WHERE parent_object_id = object_id('[dbo].[Orders]')
AND type = 'D'
AND parent_column_id = (
SELECT column_id
FROM sys.columns
WHERE object_id = object_id('[dbo].[Orders]')
AND name = 'Total'
);

-- create alter table command to drop constraint as string and run it
SET @sql = N'ALTER TABLE [dbo].[Orders] DROP CONSTRAINT ' + QUOTENAME(@default);
EXEC sp_executesql @sql;

-- create alter table command to create new default constraint as string and run it
ALTER TABLE [dbo].[Orders] WITH NOCHECK ADD CONSTRAINT [DF_Orders_Total] DEFAULT(1.50) FOR [Total];
--
-- == set default to the time
DECLARE @default sysname, @sql nvarchar(max);

-- get name of default constraint
SELECT @default = name
FROM sys.default_constraints
WHERE parent_object_id = object_id('[dbo].[Orders]')
AND type = 'D'
AND parent_column_id = (
SELECT column_id
FROM sys.columns
WHERE object_id = object_id('[dbo].[Orders]')
AND name = 'At'
);

-- create alter table command to drop constraint as string and run it
SET @sql = N'ALTER TABLE [dbo].[Orders] DROP CONSTRAINT ' + QUOTENAME(@default);
EXEC sp_executesql @sql;

-- create alter table command to create new default constraint as string and run it
ALTER TABLE [dbo].[Orders] WITH NOCHECK ADD CONSTRAINT [DF_Orders_At] DEFAULT(GETDATE()) FOR [At];
--
-- == drop default
DECLARE @default sysname, @sql nvarchar(max);

-- get name of default constraint
SELECT @default = name
FROM sys.default_constraints
WHERE parent_object_id = object_id('[dbo].[Orders]')
AND type = 'D'
AND parent_column_id = (
SELECT column_id
FROM sys.columns
WHERE object_id = object_id('[dbo].[Orders]')
AND name = 'Total'
);

-- create alter table command to drop constraint as string and run it
SET @sql = N'ALTER TABLE [dbo].[Orders] DROP CONSTRAINT ' + QUOTENAME(@default);
EXEC sp_executesql @sql;
--
-- == drop column
DECLARE @default sysname, @sql nvarchar(max);

-- get name of default constraint
SELECT @default = name
FROM sys.default_constraints
WHERE parent_object_id = object_id('[dbo].[Orders]')
AND type = 'D'
AND parent_column_id = (
SELECT column_id
FROM sys.columns
WHERE object_id = object_id('[dbo].[Orders]')
AND name = 'Total'
);

-- create alter table command to drop constraint as string and run it
SET @sql = N'ALTER TABLE [dbo].[Orders] DROP CONSTRAINT ' + QUOTENAME(@default);
EXEC sp_executesql @sql;

-- now we can finally drop column
ALTER TABLE [dbo].[Orders] DROP COLUMN [Total];
--
-- == drop column of an index
DECLARE @default sysname, @sql nvarchar(max);

-- get name of default constraint
SELECT @default = name
FROM sys.default_constraints
WHERE parent_object_id = object_id('[dbo].[Orders]')
AND type = 'D'
AND parent_column_id = (
SELECT column_id
FROM sys.columns
WHERE object_id = object_id('[dbo].[Orders]')
AND name = 'At'
);

-- create alter table command to drop constraint as string and run it
SET @sql = N'ALTER TABLE [dbo].[Orders] DROP CONSTRAINT ' + QUOTENAME(@default);
EXEC sp_executesql @sql;

-- now we can finally drop column
ALTER TABLE [dbo].[Orders] DROP COLUMN [At];
--
-- == rename column
sp_rename N'[dbo].[Orders].[Total]', N'Sum';
--
-- == add foreign key
ALTER TABLE [dbo].[Orders] ADD CONSTRAINT [FK_Orders_Customers] FOREIGN KEY ([CustomerId]) REFERENCES [dbo].[Customers] ([Id]);
--
-- == drop foreign key
ALTER TABLE [dbo].[Orders] DROP CONSTRAINT [FK_Orders_Customers];
--
-- == add unique
ALTER TABLE [dbo].[Orders] ADD CONSTRAINT [UC_Orders] UNIQUE ([CustomerId], [At]);
--
-- == drop unique
ALTER TABLE [dbo].[Customers] DROP CONSTRAINT [UC_Customers_Email];
--
-- == add primary key
CREATE TABLE [dbo].[Plain] ([A] INT NOT NULL);
--
INSERT INTO [dbo].[Plain] ([A]) VALUES (1);
--
ALTER TABLE [dbo].[Plain] ADD CONSTRAINT [PK_Plain] PRIMARY KEY ([A]);
--
-- == drop primary key
ALTER TABLE [dbo].[Orders] DROP CONSTRAINT [PK_Orders];
--
-- == index
CREATE INDEX [IX_Two] ON [dbo].[Orders] ([CustomerId] ASC, [Total] DESC);
--
-- == unique index
CREATE UNIQUE INDEX [UX_Name] ON [dbo].[Customers] ([Name] ASC);
--
-- == clustered index
CREATE CLUSTERED INDEX [CX_Name] ON [dbo].[Customers] ([Name] ASC);
--
-- == postgres index
-- MIG9103 Info: The feature 'PostgresConcurrently' of index 'IX_Pg' | SQL Server | it is a feature of PostgreSQL, and FluentMigrator leaves it out elsewhere without a word
-- MIG9103 Info: The feature 'PostgresFillFactor' of index 'IX_Pg' | SQL Server | it is a feature of PostgreSQL, and FluentMigrator leaves it out elsewhere without a word
-- MIG9103 Info: The feature 'PostgresIncludes' of index 'IX_Pg' | SQL Server | it is a feature of PostgreSQL, and FluentMigrator leaves it out elsewhere without a word
-- MIG9103 Info: The feature 'PostgresIndexFilter' of index 'IX_Pg' | SQL Server | it is a feature of PostgreSQL, and FluentMigrator leaves it out elsewhere without a word
CREATE INDEX [IX_Pg] ON [dbo].[Customers] ([Name] ASC);
--
-- == postgres filtered unique index
-- MIG9103 Error: The feature 'PostgresIndexFilter' of index 'UX_Pg' | SQL Server | it is a feature of PostgreSQL, and FluentMigrator leaves it out elsewhere without a word, so uniqueness would hold for other rows
CREATE UNIQUE INDEX [UX_Pg] ON [dbo].[Customers] ([Name] ASC);
--
-- == postgres unique index with nulls not distinct
CREATE UNIQUE INDEX [UX_Nulls] ON [dbo].[Customers] ([Name] ASC);
--
-- == sql server index
CREATE INDEX [IX_Ms] ON [dbo].[Customers] ([Name] ASC) INCLUDE ([Email], [Balance]) WHERE [Id] > 1 WITH (ONLINE=ON, DATA_COMPRESSION = PAGE);
--
-- == sql server unique index, filtered, without nulls
CREATE UNIQUE INDEX [UX_Ms] ON [dbo].[Customers] ([Name] ASC) WHERE ([Id] > 1) AND [Name] IS NOT NULL;
--
-- == mysql index
-- MIG9103 Info: The feature 'MySqlIndexType' of index 'IX_My' | SQL Server | it is a feature of MySQL, and FluentMigrator leaves it out elsewhere without a word
CREATE INDEX [IX_My] ON [dbo].[Customers] ([Balance] ASC);
--
-- == drop index
DROP INDEX [IX_Orders_At] ON [dbo].[Orders];
--
-- == insert
INSERT INTO [dbo].[Customers] ([Name], [Email]) VALUES (N'O''Neil', NULL);
--
INSERT INTO [dbo].[Customers] ([Name]) VALUES (N'b\c');
--
-- == insert with identity
SET IDENTITY_INSERT [dbo].[Customers] ON;INSERT INTO [dbo].[Customers] ([Id], [Name]) VALUES (7, N'x');SET IDENTITY_INSERT [dbo].[Customers] OFF;
--
-- == insert every kind of value
INSERT INTO [dbo].[Values] ([V0], [V1], [V2], [V3], [V4], [V5], [V6], [V7], [V8], [V9], [V10], [V11], [V12], [V13], [V14], [V15]) VALUES (N'é''\', 'a', 1, -9223372036854775808, 18446744073709551615, -1.230, 0.1, 1E+300, '2024-02-29T12:34:56.12', '2024-02-29T12:34:56+02:00', '2024-02-29', '12:34:56.7000000', '0f8fad5b-d9cb-469f-a165-70867728950e', 0x00ff, 1 + 1, NULL);
--
-- == update
UPDATE [dbo].[Customers] SET [Name] = N'y' WHERE [Email] IS NULL AND [Id] = 1;
--
-- == update all rows
UPDATE [dbo].[Customers] SET [Balance] = "Balance" + 1 WHERE 1 = 1;
--
-- == delete
DELETE FROM [dbo].[Customers] WHERE [Id] = 1;
--
DELETE FROM [dbo].[Customers] WHERE [Name] IS NULL;
--
-- == delete all rows
DELETE FROM [dbo].[Orders] WHERE 1 = 1;
--
-- == sequence
CREATE SEQUENCE [dbo].[Numbers] INCREMENT BY 2 MINVALUE 1 MAXVALUE 100 START WITH 10 CACHE 20 CYCLE;
--
-- == plain sequence
CREATE SEQUENCE [dbo].[Plain] NO CACHE;
--
-- == drop sequence
CREATE SEQUENCE [dbo].[Gone] NO CACHE;
--
DROP SEQUENCE [dbo].[Gone];
--
-- == schema
CREATE SCHEMA [sales];
--
DROP SCHEMA [sales];
--
-- == raw sql
UPDATE Orders SET Total = 1;
DELETE FROM Orders;
--
-- == batches
SELECT 1;
--
SELECT 'GO';
--
SELECT 'GO';
--
-- the end
SELECT 3;
--
-- == code
My.Migration::Fill@My.Assembly
--
-- == opaque
-- MIG9103 Error: A step | SQL Server | the value is not known
