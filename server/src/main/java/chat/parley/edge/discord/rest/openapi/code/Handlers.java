package chat.parley.edge.discord.rest.openapi.code;

import chat.parley.edge.http.Route;
import java.lang.constant.MethodTypeDesc;
import java.lang.invoke.SerializedLambda;

/// Which method stands behind a route. A handler is a method reference, and one that may be serialised can say of which
/// method.
final class Handlers {
    private Handlers() {}

    static Value.Spot spot(Route.Handler handler) {
        try {
            var writing = handler.getClass().getDeclaredMethod("writeReplace");
            writing.setAccessible(true);
            var lambda = (SerializedLambda) writing.invoke(handler);
            return new Value.Spot(
                    lambda.getImplClass(),
                    lambda.getImplMethodName(),
                    MethodTypeDesc.ofDescriptor(lambda.getImplMethodSignature()));
        } catch (ReflectiveOperationException noReference) {
            throw new IllegalStateException("A route's handler is a method reference or a lambda", noReference);
        }
    }
}
