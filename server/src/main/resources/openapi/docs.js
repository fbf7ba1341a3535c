// Shows the OpenAPI document: routes by their first word, each with its parameters and shapes.
const METHODS = ['get', 'post', 'put', 'patch', 'delete'];
const DEEPEST = 4;

function element(name, text, ...children) {
  const made = document.createElement(name);
  if (text) {
    made.textContent = text;
  }
  made.append(...children);
  return made;
}

function resolved(api, schema) {
  const name = schema.$ref?.split('/').pop();
  return name ? { name, schema: api.components.schemas[name] } : { name: '', schema };
}

/** A schema in one short text, as TypeScript would write it. */
function sketch(api, wanted, depth = 0) {
  const { name, schema } = resolved(api, wanted);
  const indent = '  '.repeat(depth + 1);
  if (schema.anyOf) {
    return schema.anyOf.map((one) => sketch(api, one, depth)).join(' | ');
  }
  if (schema.type === 'array') {
    return `${sketch(api, schema.items ?? {}, depth)}[]`;
  }
  if (schema.properties) {
    if (depth >= DEEPEST) {
      return name || 'object';
    }
    const fields = Object.entries(schema.properties).map(([key, value]) => {
      const mark = schema.required?.includes(key) ? '' : '?';
      return `${indent}${key}${mark}: ${sketch(api, value, depth + 1)}`;
    });
    return `${name} {\n${fields.join('\n')}\n${'  '.repeat(depth)}}`.trim();
  }
  const type = Array.isArray(schema.type) ? schema.type.join(' | ') : schema.type;
  return name || type || 'anything';
}

/** Long ones scroll, by keyboard too. */
function shape(api, schema) {
  const box = element('pre', sketch(api, schema));
  box.tabIndex = 0;
  return box;
}

function operation(api, path, method, told) {
  const title = element('summary', '', element('span', method.toUpperCase()), element('code', path));
  title.firstChild.className = 'method';
  const box = element('details', '', title, element('p', `${told.summary}. ${told.description}`));
  for (const parameter of told.parameters ?? []) {
    box.append(element('p', '', element('code', parameter.name), ` ${sketch(api, parameter.schema)}`));
  }
  const body = told.requestBody?.content['application/json'].schema;
  if (body) {
    box.append(element('h3', 'Takes'), shape(api, body));
  }
  const answer = told.responses['2XX'].content?.['application/json'].schema;
  if (answer) {
    box.append(element('h3', 'Answers'), shape(api, answer));
  }
  box.dataset.words = `${method} ${path} ${told.summary}`.toLowerCase();
  return box;
}

function show(api) {
  const groups = new Map();
  for (const [path, methods] of Object.entries(api.paths)) {
    for (const method of METHODS.filter((it) => it in methods)) {
      const tag = methods[method].tags[0];
      groups.set(tag, [...(groups.get(tag) ?? []), operation(api, path, method, methods[method])]);
    }
  }
  const sections = [...groups].sort().map(([tag, boxes]) => element('section', '', element('h2', tag), ...boxes));
  document.querySelector('#about').textContent = `${api.info.description} Version ${api.info.version}.`;
  document.querySelector('#routes').replaceChildren(...sections);
}

function find(text) {
  const words = text.toLowerCase().split(/\s+/);
  for (const section of document.querySelectorAll('section')) {
    const boxes = [...section.querySelectorAll('details')];
    for (const box of boxes) {
      box.hidden = !words.every((word) => box.dataset.words.includes(word));
    }
    section.hidden = boxes.every((box) => box.hidden);
  }
}

const sought = document.querySelector('#find');
sought.addEventListener('input', () => find(sought.value));
const answer = await fetch('/api/v10/openapi.json');
show(await answer.json());
find(sought.value);
