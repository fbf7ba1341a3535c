/** One leaf of Discord's error tree. */
export interface FieldError {
  code: string;
  message: string;
}

/** The server said no, or could not be reached (status 0). */
export class ApiError extends Error {
  constructor(
    readonly status: number,
    readonly code: number,
    message: string,
    /** By dotted path, e.g. `password` or `roles.0.name`. */
    readonly fields: Record<string, FieldError[]>,
    readonly retryAfterMs: number,
  ) {
    super(message);
    this.name = "ApiError";
  }

  get offline() {
    return this.status === 0;
  }

  field(path: string): string | undefined {
    return this.fields[path]?.[0]?.message;
  }
}

export const offlineError = () => new ApiError(0, 0, "The server cannot be reached.", {}, 0);

/** Reads the error body; whatever is missing from it (a proxy's HTML page, say) is left empty. */
export function makeApiError(status: number, body: unknown): ApiError {
  const root = isRecord(body) ? body : {};
  const fields: Record<string, FieldError[]> = {};
  collect(root.errors, "", fields);
  return new ApiError(
    status,
    typeof root.code === "number" ? root.code : 0,
    typeof root.message === "string" ? root.message : `HTTP ${status}`,
    fields,
    typeof root.retry_after === "number" ? root.retry_after * 1000 : 0,
  );
}

function collect(node: unknown, path: string, into: Record<string, FieldError[]>) {
  if (!isRecord(node)) return;
  for (const [key, value] of Object.entries(node)) {
    if (key === "_errors" && Array.isArray(value)) into[path] = value.filter(isFieldError);
    else collect(value, path ? `${path}.${key}` : key, into);
  }
}

const isRecord = (value: unknown): value is Record<string, unknown> =>
  typeof value === "object" && value !== null && !Array.isArray(value);

const isFieldError = (value: unknown): value is FieldError =>
  isRecord(value) && typeof value.code === "string" && typeof value.message === "string";
