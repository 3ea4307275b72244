/** Every chapter, in the order of the report. */
import './customer-token.spec.ts'
import './errors.spec.ts'
import './headers.spec.ts'
import './secrets.spec.ts'
