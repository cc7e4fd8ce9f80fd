import { Ajv2020, type ValidateFunction } from 'ajv/dist/2020.js';
import { fullFormats } from 'ajv-formats/dist/formats.js';
import type { RowError } from '../../../application/ports/import-rows.ts';
import type { OpenApiDocument } from '../spec/document.ts';
import { formats } from '../validation/formats.ts';
import { problemsIn } from '../validation/problems.ts';
import { holdsMoreThan } from '../validation/size.ts';
import { strictSchemas } from '../validation/spec-for-validator.ts';

/** Values in a row up to which all its errors are reported. */
const MAX_VALUES_FOR_ALL_ERRORS = 500;

/** Whether a row fits a schema of the contract: what is wrong with it, field by field. */
export type RowShape = (row: object) => readonly RowError[];

const errorsOf = ({ errors }: ValidateFunction): RowError[] => {
  const findings = (errors ?? []).map(({ instancePath, params, keyword, message = 'is wrong' }) => {
    const name: unknown = params.missingProperty ?? params.additionalProperty;
    return {
      path: `/body${instancePath}${name === undefined ? '' : `/${name as string}`}`,
      message,
      errorCode: keyword,
    };
  });
  return (problemsIn({ errors: findings })?.problems ?? []).map(({ path, message }) => ({
    ...(path !== 'body' && { field: path }),
    code: 'INVALID_REQUEST',
    message,
  }));
};

/**
 * Holds rows against a schema of the contract, as the validator of requests holds a body. `fromText` makes numbers and
 * truth values of what is written in a cell, in the row itself.
 */
export function rowShapes(spec: OpenApiDocument, fromText: boolean): (schema: string) => RowShape {
  const root = { components: { schemas: { ...spec.components.schemas, ...strictSchemas } } };
  const build = (allErrors: boolean) =>
    new Ajv2020({ allErrors, coerceTypes: fromText, strict: false, formats: { ...fullFormats, ...formats } });
  return (schema) => {
    const compile = (allErrors: boolean) =>
      build(allErrors).compile({ ...root, $ref: `#/components/schemas/${schema}` });
    let all: ValidateFunction | undefined;
    let first: ValidateFunction | undefined;
    return (row) => {
      const validate = holdsMoreThan(row, MAX_VALUES_FOR_ALL_ERRORS)
        ? (first ??= compile(false))
        : (all ??= compile(true));
      return validate(row) ? [] : errorsOf(validate);
    };
  };
}
