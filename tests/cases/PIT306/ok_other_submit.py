# why: not an executor: a form, an object of this program whose name is executor
class Form:
    def submit(self, value):
        print("sent", value)

    def map(self, function, values):
        return [function(v) for v in values]


executor = Form()
executor.submit("hello")
executor.map(print, [1])
