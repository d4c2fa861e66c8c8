// The parts of an OpenAPI document that our scripts read.

export interface Reference {
  $ref?: string;
}

export interface Schema extends Reference {
  title?: string;
  description?: string;
  type?: string | string[];
  format?: string;
  contentMediaType?: string;
  const?: unknown;
  enum?: unknown[];
  allOf?: Schema[];
  anyOf?: Schema[];
  oneOf?: Schema[];
  properties?: Record<string, Schema>;
  additionalProperties?: Schema | boolean;
  items?: Schema;
  maxItems?: number;
  required?: string[];
  example?: unknown;
  examples?: unknown[];
  'x-error-class'?: string;
  'x-max-file-bytes'?: number;
  'x-personal-data'?: boolean;
  'x-test-kit'?: string;
  'x-source'?: string;
  'x-required-source'?: string;
}

export interface Example extends Reference {
  summary?: string;
  value?: unknown;
}

export interface Encoding {
  contentType?: string;
  headers?: object;
  style?: string;
}

export interface MediaType {
  schema?: Schema;
  examples?: Record<string, Example>;
  encoding?: Record<string, Encoding>;
}

/** A request body or a response. */
export interface Body extends Reference {
  description?: string;
  required?: boolean;
  content?: Record<string, MediaType>;
}

export interface Parameter extends Reference {
  name: string;
  in: string;
  required?: boolean;
  description?: string;
  style?: string;
  explode?: boolean;
  allowReserved?: boolean;
  schema?: Schema;
  content?: object;
  example?: unknown;
  examples?: Record<string, Example>;
}

export type SecurityRequirement = Record<string, string[]>;

export interface Operation {
  operationId: string;
  tags?: string[];
  summary?: string;
  description?: string;
  parameters?: Parameter[];
  requestBody?: Body;
  responses: Record<string, Body>;
  security?: SecurityRequirement[];
  'x-sdk'?: {
    resource?: string;
    method?: string;
    ensure?: { method: string; existsCode: string; resultName: string };
    url?: boolean;
  };
  'x-retry'?: { policy?: string; key?: string; transient?: Record<string, string> };
  'x-webhook-path'?: string;
  'x-source'?: string;
  'x-codeSamples'?: CodeSample[];
}

export interface CodeSample {
  lang: string;
  label: string;
  source: string;
}

export const httpMethods = ['get', 'put', 'post', 'delete', 'options', 'head', 'patch', 'trace'] as const;

export type PathItem = Reference & { parameters?: Parameter[] } & {
  [Method in (typeof httpMethods)[number]]?: Operation;
};

export interface SecurityScheme extends Reference {
  type: string;
  in?: string;
  name?: string;
}

export interface Document {
  openapi: string;
  info: { title: string; version: string; summary?: string; description?: string };
  servers: { url: string; 'x-environment': string }[];
  security?: SecurityRequirement[];
  tags?: { name: string; 'x-displayName'?: string; description?: string }[];
  paths: Record<string, PathItem>;
  webhooks?: Record<string, PathItem>;
  components: { schemas?: Record<string, Schema>; securitySchemes?: Record<string, SecurityScheme> };
}
