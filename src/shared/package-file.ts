/**
 * Returns the URL of a file of the package, given its path in the package: `schemas/report.schema.json`. The built
 * package (`dist/lib/*.js`) is as deep as this file, so one relative path fits both.
 */
export const packageFile = (path: string): URL => new URL(`../../${path}`, import.meta.url)
