-- == table
CREATE TABLE `Things` (`Id` INTEGER NOT NULL AUTO_INCREMENT, `Name` NVARCHAR(255), `Fixed` NCHAR(3) NOT NULL, CONSTRAINT `PK_Things` PRIMARY KEY (`Id`)) ENGINE = INNODB;
--
-- == table with every type
CREATE TABLE `Types` (`TheAnsiString` VARCHAR(255), `TheAnsiStringFixedLength` CHAR(255), `TheBinary` LONGBLOB, `TheBoolean` TINYINT(1), `TheByte` TINYINT UNSIGNED, `TheCurrency` DECIMAL(19,4), `TheDate` DATE, `TheDateTime` DATETIME, `TheDateTime2` DATETIME, `TheDecimal` DECIMAL(19,5), `TheDouble` DOUBLE, `TheGuid` CHAR(36), `TheInt16` SMALLINT, `TheInt32` INTEGER, `TheInt64` BIGINT, `TheSingle` FLOAT, `TheString` NVARCHAR(255), `TheStringFixedLength` NCHAR(255), `TheTime` TIME, `TheCustom` integer NOT NULL) ENGINE = INNODB;
--
-- == table with a date and an offset
-- MIG9103 Error: The new table 'Offsets' | MySQL | FluentMigrator's generator refuses it, saying "Unsupported DbType 'DateTimeOffset'"
-- == table with xml
-- MIG9103 Error: The new table 'Documents' | MySQL | FluentMigrator's generator refuses it, saying "Unsupported DbType 'Xml'"
-- == table with defaults
-- MIG9103 Error: The new table 'Defaults' | MySQL | before version 8.0 MySQL knows no function as a default but the current time
-- == table with a made key and a user
-- MIG9103 Error: The new table 'Keys' | MySQL | before version 8.0 MySQL knows no function as a default but the current time
-- == table with a composite key
CREATE TABLE `Pairs` (`A` INTEGER NOT NULL, `B` INTEGER NOT NULL, CONSTRAINT `PK_Pairs` PRIMARY KEY (`A`, `B`)) ENGINE = INNODB;
--
-- == table with computed columns
CREATE TABLE `Sums` (`A` INTEGER, `B` INTEGER GENERATED ALWAYS AS (1 + 1) STORED, `D` INTEGER GENERATED ALWAYS AS (1 + 2) VIRTUAL) ENGINE = INNODB;
--
-- == table with descriptions
CREATE TABLE `Told` (`A` INTEGER COMMENT 'The first', `B` INTEGER COMMENT 'The ''second''
Unit:kg') COMMENT 'It''s told' ENGINE = INNODB;
--
-- == table in a schema
-- MIG9103 Error: The new schema 'sales' | MySQL | a schema is a database there, and FluentMigrator sends nothing
-- MIG9103 Warning: The schema 'sales' | MySQL | a schema is a database there, and FluentMigrator uses the one that is connected
CREATE TABLE `Things` (`Id` INTEGER) ENGINE = INNODB;
--
-- == table with foreign keys
CREATE TABLE `Trees` (`Id` INTEGER NOT NULL AUTO_INCREMENT, `Parent` INTEGER, `CustomerId` INTEGER, CONSTRAINT `PK_Trees` PRIMARY KEY (`Id`)) ENGINE = INNODB;
--
ALTER TABLE `Trees` ADD CONSTRAINT `FK_Trees` FOREIGN KEY (`Parent`) REFERENCES `Trees` (`Id`) ON DELETE CASCADE ON UPDATE SET NULL;
--
-- == table with a key added later
CREATE TABLE `Late` (`A` INTEGER NOT NULL) ENGINE = INNODB;
--
ALTER TABLE `Late` ADD CONSTRAINT `PK_Late` PRIMARY KEY (`A`);
--
-- == drop table
DROP TABLE `Orders`;
--
-- == drop table if exists
DROP TABLE IF EXISTS `Orders`;
--
-- == drop table of a schema if exists
-- MIG9103 Warning: The schema 'sales' | MySQL | a schema is a database there, and FluentMigrator uses the one that is connected
DROP TABLE IF EXISTS `Orders`;
--
-- == rename table
RENAME TABLE `Orders` TO `Purchases`;
--
-- == describe table
ALTER TABLE `Orders` COMMENT 'What a customer''s order is';
--
-- == move table
-- MIG9103 Error: The new schema 'sales' | MySQL | a schema is a database there, and FluentMigrator sends nothing
-- MIG9103 Error: The move of table 'Orders' to schema 'sales' | MySQL | a schema is a database there, and FluentMigrator sends nothing
-- == add column
ALTER TABLE `Orders` ADD COLUMN `Note` NVARCHAR(100);
--
-- == add column with a default
ALTER TABLE `Orders` ADD COLUMN `Paid` TINYINT(1) NOT NULL DEFAULT 0;
--
-- == add column with a description
ALTER TABLE `Orders` ADD COLUMN `Note` NVARCHAR(255) COMMENT 'It''s a note
Owner:Sales';
--
-- == add column with the time
-- MIG9103 Error: The new column 'Orders.Made' | MySQL | before version 8.0 MySQL knows no function as a default but the current time
-- == add computed column
ALTER TABLE `Orders` ADD COLUMN `Twice` DECIMAL(19,5) GENERATED ALWAYS AS (1 * 2) STORED;
--
-- == add column and foreign key
ALTER TABLE `Orders` ADD COLUMN `ParentId` INTEGER;
--
ALTER TABLE `Orders` ADD CONSTRAINT `FK_Orders_Parent` FOREIGN KEY (`ParentId`) REFERENCES `Orders` (`Id`);
--
-- == add primary key column
CREATE TABLE `Bare` (`A` INTEGER) ENGINE = INNODB;
--
ALTER TABLE `Bare` ADD COLUMN `Id` INTEGER NOT NULL AUTO_INCREMENT PRIMARY KEY;
--
-- == alter column
ALTER TABLE `Orders` MODIFY COLUMN `Total` BIGINT NOT NULL COMMENT 'The total';
--
-- == alter column without nullability
ALTER TABLE `Customers` MODIFY COLUMN `Name` NVARCHAR(200) NOT NULL;
--
-- == set default
ALTER TABLE `Orders` ALTER `Total` SET DEFAULT 1.50;
--
-- == set default to the time
ALTER TABLE `Orders` ALTER `At` SET DEFAULT (CURRENT_TIMESTAMP);
--
-- == drop default
ALTER TABLE `Orders` ALTER `Total` DROP DEFAULT;
--
-- == drop column
ALTER TABLE `Orders` DROP COLUMN `Total`;
--
-- == drop column of an index
ALTER TABLE `Orders` DROP COLUMN `At`;
--
-- == rename column
ALTER TABLE `Orders` CHANGE `Total` `Sum` DECIMAL(19,5);
--
-- == add foreign key
ALTER TABLE `Orders` ADD CONSTRAINT `FK_Orders_Customers` FOREIGN KEY (`CustomerId`) REFERENCES `Customers` (`Id`);
--
-- == drop foreign key
ALTER TABLE `Orders` DROP FOREIGN KEY `FK_Orders_Customers`;
--
-- == add unique
ALTER TABLE `Orders` ADD CONSTRAINT `UC_Orders` UNIQUE (`CustomerId`, `At`);
--
-- == drop unique
ALTER TABLE `Customers` DROP INDEX `UC_Customers_Email`;
--
-- == add primary key
CREATE TABLE `Plain` (`A` INTEGER NOT NULL) ENGINE = INNODB;
--
INSERT INTO `Plain` (`A`) VALUES (1);
--
ALTER TABLE `Plain` ADD CONSTRAINT `PK_Plain` PRIMARY KEY (`A`);
--
-- == drop primary key
ALTER TABLE `Orders` DROP PRIMARY KEY;
--
-- == index
CREATE INDEX `IX_Two` ON `Orders` (`CustomerId` ASC, `Total` DESC);
--
-- == unique index
CREATE UNIQUE INDEX `UX_Name` ON `Customers` (`Name` ASC);
--
-- == clustered index
-- MIG9103 Info: The clustering of index 'CX_Name' | MySQL | only SQL Server stores a table in the order of an index
CREATE INDEX `CX_Name` ON `Customers` (`Name` ASC);
--
-- == postgres index
-- MIG9103 Info: The feature 'PostgresConcurrently' of index 'IX_Pg' | MySQL | it is a feature of PostgreSQL, and FluentMigrator leaves it out elsewhere without a word
-- MIG9103 Info: The feature 'PostgresFillFactor' of index 'IX_Pg' | MySQL | it is a feature of PostgreSQL, and FluentMigrator leaves it out elsewhere without a word
-- MIG9103 Info: The feature 'PostgresIncludes' of index 'IX_Pg' | MySQL | it is a feature of PostgreSQL, and FluentMigrator leaves it out elsewhere without a word
-- MIG9103 Info: The feature 'PostgresIndexFilter' of index 'IX_Pg' | MySQL | it is a feature of PostgreSQL, and FluentMigrator leaves it out elsewhere without a word
CREATE INDEX `IX_Pg` ON `Customers` (`Name` ASC);
--
-- == postgres filtered unique index
-- MIG9103 Error: The feature 'PostgresIndexFilter' of index 'UX_Pg' | MySQL | it is a feature of PostgreSQL, and FluentMigrator leaves it out elsewhere without a word, so uniqueness would hold for other rows
CREATE UNIQUE INDEX `UX_Pg` ON `Customers` (`Name` ASC);
--
-- == postgres unique index with nulls not distinct
-- MIG9103 Error: The feature 'PostgresIndexColumnNullsDistinct' of index 'UX_Nulls' | MySQL | it is a feature of PostgreSQL, and FluentMigrator leaves it out elsewhere without a word, so uniqueness would hold for other rows
CREATE UNIQUE INDEX `UX_Nulls` ON `Customers` (`Name` ASC);
--
-- == sql server index
-- MIG9103 Info: The feature 'SqlServerDataCompression' of index 'IX_Ms' | MySQL | it is a feature of SQL Server, and FluentMigrator leaves it out elsewhere without a word
-- MIG9103 Info: The feature 'SqlServerIncludes' of index 'IX_Ms' | MySQL | it is a feature of SQL Server, and FluentMigrator leaves it out elsewhere without a word
-- MIG9103 Info: The feature 'SqlServerIndexFilter' of index 'IX_Ms' | MySQL | it is a feature of SQL Server, and FluentMigrator leaves it out elsewhere without a word
-- MIG9103 Info: The feature 'SqlServerOnlineIndex' of index 'IX_Ms' | MySQL | it is a feature of SQL Server, and FluentMigrator leaves it out elsewhere without a word
CREATE INDEX `IX_Ms` ON `Customers` (`Name` ASC);
--
-- == sql server unique index, filtered, without nulls
-- MIG9103 Error: The feature 'SqlServerIndexFilter' of index 'UX_Ms' | MySQL | it is a feature of SQL Server, and FluentMigrator leaves it out elsewhere without a word, so uniqueness would hold for other rows
CREATE UNIQUE INDEX `UX_Ms` ON `Customers` (`Name` ASC);
--
-- == mysql index
-- MIG9103 Info: The feature 'MySqlIndexType' of index 'IX_My' | MySQL | FluentMigrator leaves it out for old versions without a word
CREATE INDEX `IX_My` ON `Customers` (`Balance` ASC);
--
-- == drop index
DROP INDEX `IX_Orders_At` ON `Orders`;
--
-- == insert
INSERT INTO `Customers` (`Name`, `Email`) VALUES ('O''Neil', NULL);
--
INSERT INTO `Customers` (`Name`) VALUES ('b\\c');
--
-- == insert with identity
INSERT INTO `Customers` (`Id`, `Name`) VALUES (7, 'x');
--
-- == insert every kind of value
INSERT INTO `Values` (`V0`, `V1`, `V2`, `V3`, `V4`, `V5`, `V6`, `V7`, `V8`, `V9`, `V10`, `V11`, `V12`, `V13`, `V14`, `V15`) VALUES ('é''\\', 'a', 1, -9223372036854775808, 18446744073709551615, -1.230, 0.1, 1E+300, '2024-02-29T12:34:56.12', '2024-02-29T12:34:56+02:00', '2024-02-29', '12:34:56.7', '0f8fad5b-d9cb-469f-a165-70867728950e', 0x00ff, 1 + 1, NULL);
--
-- == update
UPDATE `Customers` SET `Name` = 'y' WHERE `Email` IS NULL AND `Id` = 1;
--
-- == update all rows
UPDATE `Customers` SET `Balance` = "Balance" + 1 WHERE 1 = 1;
--
-- == delete
DELETE FROM `Customers` WHERE `Id` = 1;
--
DELETE FROM `Customers` WHERE `Name` IS NULL;
--
-- == delete all rows
DELETE FROM `Orders` WHERE 1 = 1;
--
-- == sequence
-- MIG9103 Error: The new sequence 'Numbers' | MySQL | FluentMigrator has no sequences there and sends nothing
-- == plain sequence
-- MIG9103 Error: The new sequence 'Plain' | MySQL | FluentMigrator has no sequences there and sends nothing
-- == drop sequence
-- MIG9103 Error: The new sequence 'Gone' | MySQL | FluentMigrator has no sequences there and sends nothing
-- MIG9103 Error: The dropping of sequence 'Gone' | MySQL | FluentMigrator has no sequences there and sends nothing
-- == schema
-- MIG9103 Error: The new schema 'sales' | MySQL | a schema is a database there, and FluentMigrator sends nothing
-- MIG9103 Error: The dropping of schema 'sales' | MySQL | a schema is a database there, and FluentMigrator sends nothing
-- == raw sql
UPDATE Orders SET Total = 1;
DELETE FROM Orders;
--
-- == batches
SELECT 1;
GO
SELECT 'GO';
GO 2
-- the end
SELECT 3;
--
-- == code
My.Migration::Fill@My.Assembly
--
-- == opaque
-- MIG9103 Error: A step | MySQL | the value is not known
