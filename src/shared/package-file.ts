/**
 * A file that comes with the package, from the package's folder: `schemas/report.schema.json`. The built package
 * (`dist/lib/*.js`) lies as deep as this file, so that one path fits both.
 */
export const packageFile = (path: string): URL => new URL(`../../${path}`, import.meta.url)
