import { contract } from '../../specs/index.ts'
import { definingOwn } from '../shared/own.ts'

// Using an import here ensures that a bundler loads the contract before this line.
if (contract().length > 0) definingOwn()
