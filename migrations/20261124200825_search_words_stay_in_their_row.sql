-- Each search looks at the words of hundreds of rows: they are kept packed in the row itself, and long texts are moved out of it first.
ALTER TABLE "search_text" ALTER COLUMN "words" SET STORAGE MAIN;
